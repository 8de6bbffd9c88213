       IDENTIFICATION DIVISION.
       PROGRAM-ID. ENTER-CASE.
       PROCEDURE DIVISION.
           DISPLAY "A".
           ENTER COBOL.
           DISPLAY "B".
           STOP RUN.
