       IDENTIFICATION DIVISION.
       PROGRAM-ID. DEBUG-CASE.
       PROCEDURE DIVISION.
           DISPLAY "A".
      D   DISPLAY "DEBUG".
           DISPLAY "B".
           STOP RUN.
