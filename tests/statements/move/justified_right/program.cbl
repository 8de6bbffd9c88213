       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC X(5) JUSTIFIED RIGHT VALUE "AB".
       01 B PIC X(3) JUST.
       01 G.
          05 C PIC X(5) JUSTIFIED.
       PROCEDURE DIVISION.
           DISPLAY "[" A "]"
           MOVE "XY" TO A DISPLAY "[" A "]"
           MOVE "ABCDE" TO B DISPLAY "[" B "]"
           MOVE 12 TO A DISPLAY "[" A "]"
           MOVE "LEFT" TO G DISPLAY "[" C "]"
           MOVE A TO C DISPLAY "[" C "]".
           STOP RUN.
