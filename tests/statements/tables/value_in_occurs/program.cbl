       IDENTIFICATION DIVISION.
       PROGRAM-ID. TABLES-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 T OCCURS 3.
             10 A PIC X(2) VALUE "ab".
             10 N PIC S9(3) COMP-3 VALUE -1.
       PROCEDURE DIVISION.
           ADD N (1) TO N (3)
           DISPLAY A (1) A (3) N (2) N (3).
           STOP RUN.
