       IDENTIFICATION DIVISION.
       PROGRAM-ID. STOP-CASE.
       PROCEDURE DIVISION.
       MAIN.
               MOVE 2 TO RETURN-CODE.
               DISPLAY "STOP RUN IS NOT REACHED".
               GO TO LAST-ONE.
               STOP RUN.
       LAST-ONE.
               DISPLAY "LAST".
