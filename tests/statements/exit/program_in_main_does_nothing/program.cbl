       IDENTIFICATION DIVISION.
       PROGRAM-ID. EXIT-CASE.
       PROCEDURE DIVISION.
           DISPLAY "1"
           EXIT PROGRAM
           DISPLAY "2"
           STOP RUN.
