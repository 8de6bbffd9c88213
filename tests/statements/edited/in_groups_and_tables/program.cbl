       IDENTIFICATION DIVISION.
       PROGRAM-ID. EDITED-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 T PIC ZZ9 OCCURS 3.
       01 H PIC X(9).
       PROCEDURE DIVISION.
           MOVE 5 TO T (1) MOVE 50 TO T (2) MOVE 500 TO T (3)
           MOVE G TO H DISPLAY "[" H "]"
           IF T (2) = " 50" DISPLAY "SAME".
           STOP RUN.
