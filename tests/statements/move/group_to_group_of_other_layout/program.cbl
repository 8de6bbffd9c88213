       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G1.
          05 A PIC X(3) VALUE "123".
          05 B PIC X(3) VALUE "45C".
       01 G2.
          05 N PIC 9(4).
          05 X PIC XX.
          05 Y PIC X(4) VALUE "rest".
       PROCEDURE DIVISION.
           MOVE G1 TO G2
           DISPLAY N "[" X "][" Y "]"
           ADD 1 TO N
           DISPLAY G2.
           STOP RUN.
