       IDENTIFICATION DIVISION.
       PROGRAM-ID. ALTER-CASE.
       PROCEDURE DIVISION.
       MAIN.
               PERFORM SWITCH-PARA THRU P2-END.
               ALTER SWITCH-PARA TO PROCEED TO P2.
               PERFORM SWITCH-PARA THRU P2-END.
               STOP RUN.
       SWITCH-PARA.
               GO TO P1.
       P1.
               DISPLAY "P1".
               GO TO P2-END.
       P2.
               DISPLAY "P2".
       P2-END.
               EXIT.
