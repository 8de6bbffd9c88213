       IDENTIFICATION DIVISION.
       PROGRAM-ID. COMPUTE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC S9(5) VALUE 3.
       01 R PIC S9(9)V99.
       PROCEDURE DIVISION.
           COMPUTE R = 2 + 3 * 4 ** 2 / 8 - 1
           DISPLAY R
           COMPUTE R = - A ** 2
           DISPLAY R
           COMPUTE R = 2 ** 3 ** 2
           DISPLAY R
           COMPUTE R = 10 - 4 - 3
           DISPLAY R
           COMPUTE R = 2 * (A + 4) / - 7
           DISPLAY R.
           STOP RUN.
