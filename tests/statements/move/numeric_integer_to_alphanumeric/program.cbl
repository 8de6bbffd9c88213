       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC S9(5) VALUE -42.
       01 B PIC X(8).
       01 C PIC X(3).
       01 D PIC S9(5) COMP-3 VALUE -42.
       01 E PIC S9(4) COMP VALUE -42.
       PROCEDURE DIVISION.
           MOVE A TO B C DISPLAY "[" B "][" C "]"
           MOVE D TO B C DISPLAY "[" B "][" C "]"
           MOVE E TO B C DISPLAY "[" B "][" C "]".
           STOP RUN.
