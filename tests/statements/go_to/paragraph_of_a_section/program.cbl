       IDENTIFICATION DIVISION.
       PROGRAM-ID. GO-TO-CASE.
       PROCEDURE DIVISION.
       S1 SECTION.
       P1.
               DISPLAY "P1 OF S1".
               PERFORM P1 OF S2.
               PERFORM P2.
               GO TO P2 IN S2.
       P2.
               DISPLAY "P2 OF S1".
       S2 SECTION.
       P1.
               DISPLAY "P1 OF S2".
       P2.
               DISPLAY "P2 OF S2".
               STOP RUN.
