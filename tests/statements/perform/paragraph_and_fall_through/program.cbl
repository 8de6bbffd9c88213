       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       PROCEDURE DIVISION.
       MAIN.
               PERFORM B.
               DISPLAY "MAIN".
       A.
               DISPLAY "A".
       B.
               DISPLAY "B".
       C.
               DISPLAY "C".
               STOP RUN.
