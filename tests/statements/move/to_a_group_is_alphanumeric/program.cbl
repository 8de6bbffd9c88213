       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC 9(3) VALUE 5.
       01 G.
          05 N PIC 9(5).
          05 P PIC S9(3) COMP-3.
       01 H.
          05 X PIC X(2).
          05 Y PIC X(5).
       PROCEDURE DIVISION.
           MOVE A TO G
           DISPLAY "[" N "]"
           MOVE "1234567" TO H
           DISPLAY X "/" Y
           MOVE 77 TO G
           DISPLAY "[" N "]".
           STOP RUN.
