       IDENTIFICATION DIVISION.
       PROGRAM-ID. INITIALIZE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 A PIC X(3) VALUE "abc".
          05 N PIC 9(3) VALUE 123.
          05 P PIC S9(3) COMP-3 VALUE 5.
          05 FILLER PIC X(2) VALUE "ff".
          05 E PIC ZZ9 VALUE "  7".
          05 H PIC A(2) VALUE "hh".
          05 R REDEFINES H PIC 99.
       PROCEDURE DIVISION.
           INITIALIZE G
           DISPLAY "[" A "][" N "][" P "][" E "][" H "]"
           DISPLAY "[" G (1:6) "]" G (9:2).
           STOP RUN.
