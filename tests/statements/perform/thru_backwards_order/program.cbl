       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       MAIN.
               PERFORM B THRU C.
               DISPLAY "DONE " N
               STOP RUN.
       A.
               ADD 1 TO N.
               DISPLAY "A " N.
       B.
               DISPLAY "B".
               IF N < 2 PERFORM A.
               IF N < 2 GO TO B.
       C.
               DISPLAY "C".
