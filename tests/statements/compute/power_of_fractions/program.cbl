       IDENTIFICATION DIVISION.
       PROGRAM-ID. COMPUTE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 R PIC S9(6)V9(6).
       01 H PIC S9V9 VALUE 0.5.
       PROCEDURE DIVISION.
           COMPUTE R = 2 ** 0
           DISPLAY R
           COMPUTE R = 2 ** -2
           DISPLAY R
           COMPUTE R = 2 ** H
           DISPLAY R
           COMPUTE R = 1.05 ** 10
           DISPLAY R
           COMPUTE R = (-2) ** 3
           DISPLAY R.
           STOP RUN.
