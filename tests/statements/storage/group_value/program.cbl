       IDENTIFICATION DIVISION.
       PROGRAM-ID. STORAGE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G VALUE "12AB".
          05 N PIC 9(3).
          05 X PIC X(3).
       01 H VALUE ZEROS.
          05 X1 PIC X(3).
          05 P1 PIC 9(3).
       01 S VALUE SPACES.
          05 N2 PIC 9(2).
          05 X2 PIC X(2).
       PROCEDURE DIVISION.
           DISPLAY "[" N "][" X "][" H "][" N2 "]".
           STOP RUN.
