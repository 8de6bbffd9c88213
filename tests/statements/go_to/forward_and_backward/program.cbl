       IDENTIFICATION DIVISION.
       PROGRAM-ID. GO-TO-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       START-UP.
               MOVE 1 TO N.
       AGAIN.
               DISPLAY N.
               ADD 1 TO N.
               IF N > 3 GO TO DONE.
               GO TO AGAIN.
       SKIPPED.
               DISPLAY "NEVER".
       DONE.
               DISPLAY "DONE"
               STOP RUN.
