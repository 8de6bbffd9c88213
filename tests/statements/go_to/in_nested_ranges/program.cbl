       IDENTIFICATION DIVISION.
       PROGRAM-ID. GO-TO-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       MAIN.
               PERFORM OUTER.
               DISPLAY "OUTER RETURNED".
               STOP RUN.
       OUTER.
               DISPLAY "OUTER".
               PERFORM INNER.
               DISPLAY "INNER RETURNED".
       INNER.
               DISPLAY "INNER".
               ADD 1 TO N.
               IF N = 1 GO TO LEAVE.
       LEAVE.
               DISPLAY "LEAVE " N.
               IF N < 3 GO TO OUTER.
               STOP RUN.
