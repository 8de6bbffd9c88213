       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 A PIC 9(2) VALUE 12.
          05 B PIC 9(2) VALUE 34.
       01 N PIC 9(3).
       01 S PIC S9(6)V99.
       01 E PIC ZZZ,ZZ9.
       PROCEDURE DIVISION.
           MOVE G TO N DISPLAY N
           MOVE G TO S DISPLAY S
           MOVE G TO E DISPLAY "[" E "]".
           STOP RUN.
