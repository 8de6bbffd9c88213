       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 I USAGE INDEX.
          05 P USAGE POINTER.
          05 F COMP-1.
          05 D COMP-2.
       PROCEDURE DIVISION.
           DISPLAY LENGTH OF I " " LENGTH OF P " " LENGTH OF F
               " " LENGTH OF D " " LENGTH OF G.
           STOP RUN.
