       IDENTIFICATION DIVISION.
       PROGRAM-ID. COMPUTE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A-B PIC 9(3) VALUE 50.
       01 A PIC 9(3) VALUE 9.
       01 B PIC 9(3) VALUE 4.
       01 R PIC S9(5).
       PROCEDURE DIVISION.
           COMPUTE R=A-B + A - B
           DISPLAY R
           COMPUTE R = (A)*(B)-(A)/(B + 5)
           DISPLAY R.
           STOP RUN.
