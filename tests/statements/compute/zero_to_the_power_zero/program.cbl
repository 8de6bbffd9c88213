       IDENTIFICATION DIVISION.
       PROGRAM-ID. COMPUTE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Z PIC 9 VALUE 0.
       01 R PIC S9(3)V99 VALUE 5.
       PROCEDURE DIVISION.
           COMPUTE R = Z ** Z
               ON SIZE ERROR DISPLAY "SIZE 1"
           END-COMPUTE
           DISPLAY R
           COMPUTE R = Z ** -1
               ON SIZE ERROR DISPLAY "SIZE 2"
           END-COMPUTE
           DISPLAY R.
           STOP RUN.
