       IDENTIFICATION DIVISION.
       PROGRAM-ID. EXIT-CASE.
       PROCEDURE DIVISION.
       MAIN.
               DISPLAY "MAIN".
       MAIN-EXIT.
               EXIT.
       NEXT-ONE.
               DISPLAY "NEXT"
               STOP RUN.
