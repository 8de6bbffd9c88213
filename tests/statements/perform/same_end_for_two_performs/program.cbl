       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       MAIN.
               PERFORM A THRU C.
               DISPLAY "DONE".
               STOP RUN.
       A.
               DISPLAY "A".
               PERFORM B THRU C.
               DISPLAY "A AGAIN".
       B.
               DISPLAY "B".
       C.
               DISPLAY "C".
