       IDENTIFICATION DIVISION.
       PROGRAM-ID. STORAGE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 N PIC 9(3).
          05 S PIC S9(3)V9.
          05 X PIC X(3).
          05 P PIC S9(3) COMP-3.
          05 B PIC S9(4) COMP.
          05 E PIC ZZ9.
          05 A PIC A(2).
       PROCEDURE DIVISION.
           DISPLAY "[" N "][" S "][" X "][" P "][" B "][" E "][" A "]".
           STOP RUN.
