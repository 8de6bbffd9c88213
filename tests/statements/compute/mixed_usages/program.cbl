       IDENTIFICATION DIVISION.
       PROGRAM-ID. COMPUTE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC S9(3)V99 VALUE -12.34.
       01 B PIC S9(4) COMP VALUE 100.
       01 C PIC S9(3)V9(3) COMP-3 VALUE 1.125.
       01 D PIC 9(9) COMP-5 VALUE 7.
       01 R PIC S9(7)V9(5).
       PROCEDURE DIVISION.
           COMPUTE R = (A * B + C / D) - 0.5 * B ** 2 / 3
           DISPLAY R
           COMPUTE R ROUNDED = A / B * C
           DISPLAY R.
           STOP RUN.
