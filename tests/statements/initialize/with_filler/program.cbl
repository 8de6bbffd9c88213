       IDENTIFICATION DIVISION.
       PROGRAM-ID. INITIALIZE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 A PIC X(2) VALUE "aa".
          05 FILLER PIC X(2) VALUE "ff".
          05 FILLER PIC 9(2) VALUE 12.
       PROCEDURE DIVISION.
           INITIALIZE G
           DISPLAY "[" G "]"
           INITIALIZE G WITH FILLER
           DISPLAY "[" G "]".
           STOP RUN.
