       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       MAIN.
               PERFORM P1.
               DISPLAY "RETURNED " N.
               IF N < 3 GO TO P1.
               STOP RUN.
       P0.
               DISPLAY "P0".
       P1.
               ADD 1 TO N.
               DISPLAY "P1 " N.
               IF N = 1 GO TO P0.
       P2.
               DISPLAY "P2 " N.
               IF N < 5 GO TO MAIN.
               STOP RUN.
