       IDENTIFICATION DIVISION.
       PROGRAM-ID. REFMOD-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 T PIC X(4) OCCURS 3 VALUE "abcd".
       01 I PIC 9 VALUE 2.
       PROCEDURE DIVISION.
           MOVE "XY" TO T (I) (2:2)
           DISPLAY T (2) " " G (4:5) " " T (I + 1) (I:1).
           STOP RUN.
