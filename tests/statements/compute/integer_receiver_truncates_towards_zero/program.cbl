       IDENTIFICATION DIVISION.
       PROGRAM-ID. COMPUTE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 R PIC S9(3).
       PROCEDURE DIVISION.
           COMPUTE R = -7 / 2
           DISPLAY R
           COMPUTE R = -0.9
           DISPLAY R.
           STOP RUN.
