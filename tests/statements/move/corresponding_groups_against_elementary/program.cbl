       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G1.
          05 X.
             10 Y PIC X(2) VALUE "yy".
          05 Z PIC X(2) VALUE "zz".
       01 G2.
          05 X PIC X(4) VALUE "----".
          05 Z.
             10 W PIC X(3) VALUE "---".
       PROCEDURE DIVISION.
           MOVE CORR G1 TO G2
           DISPLAY "[" G2 "]".
           STOP RUN.
