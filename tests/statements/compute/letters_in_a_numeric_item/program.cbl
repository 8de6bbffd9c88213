       IDENTIFICATION DIVISION.
       PROGRAM-ID. COMPUTE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G VALUE "1A3".
          05 N PIC 9(3).
       01 R PIC S9(5).
       PROCEDURE DIVISION.
           COMPUTE R = N + 0
           DISPLAY R.
           STOP RUN.
