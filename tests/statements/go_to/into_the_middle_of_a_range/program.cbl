       IDENTIFICATION DIVISION.
       PROGRAM-ID. GO-TO-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       MAIN.
               PERFORM A THRU B.
               DISPLAY "BACK".
               IF N = 0 MOVE 1 TO N GO TO B.
               STOP RUN.
       A.
               DISPLAY "A".
       B.
               DISPLAY "B".
       C.
               DISPLAY "C".
               GO TO MAIN.
