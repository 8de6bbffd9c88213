       IDENTIFICATION DIVISION.
       PROGRAM-ID. ADD-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G1.
          05 X PIC 9(3) VALUE 5.
          05 Y PIC X(3) VALUE "abc".
          05 G.
             10 Z PIC 9(3) VALUE 7.
          05 ONLY-HERE PIC 9 VALUE 1.
       01 G2.
          05 Z PIC 9(3) VALUE 50.
          05 X PIC 9(3)V9 VALUE 10.5.
          05 G.
             10 Z PIC 9(3) VALUE 100.
          05 Y PIC X(3) VALUE "xyz".
       PROCEDURE DIVISION.
           ADD CORRESPONDING G1 TO G2
           DISPLAY X OF G2 " " Z OF G OF G2 " " Y OF G2
           DISPLAY G2.
           STOP RUN.
