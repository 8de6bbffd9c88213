       IDENTIFICATION DIVISION.
       PROGRAM-ID. GO-TO-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC S9 VALUE 0.
       PROCEDURE DIVISION.
       NEXT-N.
               IF N > 4 STOP RUN.
               GO TO P1 P2 P3 DEPENDING ON N.
               DISPLAY "FELL THROUGH " N.
               ADD 1 TO N.
               GO TO NEXT-N.
       P1.
               DISPLAY "P1".
       P2.
               DISPLAY "P2".
               ADD 1 TO N.
               GO TO NEXT-N.
       P3.
               DISPLAY "P3".
               ADD 1 TO N.
               GO TO NEXT-N.
