       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       PROCEDURE DIVISION.
       MAIN.
               PERFORM A THRU C.
               DISPLAY "---".
               PERFORM B THRU D.
               STOP RUN.
       A.
               DISPLAY "A".
       B.
               DISPLAY "B".
       C.
               DISPLAY "C".
       D.
               DISPLAY "D".
