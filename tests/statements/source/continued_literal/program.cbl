       IDENTIFICATION DIVISION.
       PROGRAM-ID. CONTINUED.
       PROCEDURE DIVISION.
           DISPLAY "a literal that goes to the end of the line, and o
      -    "n after it".
           DISPLAY "END".
           STOP RUN.
