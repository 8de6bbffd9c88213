       IDENTIFICATION DIVISION.
       PROGRAM-ID. COMPUTE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Z PIC 9 VALUE 0.
       01 A PIC 9(3) VALUE 1.
       01 B PIC 9(3) VALUE 2.
       PROCEDURE DIVISION.
           COMPUTE A B = 5 + 1 / Z
               ON SIZE ERROR DISPLAY "SIZE"
               NOT ON SIZE ERROR DISPLAY "FITS"
           END-COMPUTE
           DISPLAY A " " B
           COMPUTE A = 5 + 1 / Z
           DISPLAY A.
           STOP RUN.
