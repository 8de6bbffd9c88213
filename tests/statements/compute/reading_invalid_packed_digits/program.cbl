       IDENTIFICATION DIVISION.
       PROGRAM-ID. COMPUTE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 P PIC S9(3) COMP-3.
       01 R PIC S9(5).
       PROCEDURE DIVISION.
           MOVE SPACES TO G
           COMPUTE R = P + 0
           DISPLAY R.
           STOP RUN.
