       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       FIRST-PART SECTION.
       P1.
               DISPLAY "P1".
       SECOND-PART SECTION.
       P2.
               DISPLAY "P2".
               ADD 1 TO N.
               IF N < 2 GO TO FIRST-PART.
               STOP RUN.
