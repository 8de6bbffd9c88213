       IDENTIFICATION DIVISION.
       PROGRAM-ID. ALIKE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 A PIC 9(3).
          05 B PIC 9(3).
          05 C PIC S9(3)V99 COMP-3.
          05 D PIC S9(3)V99 COMP-3.
          05 T PIC S9(2) OCCURS 2.
          05 E PIC 9(4).
       PROCEDURE DIVISION.
           MOVE SPACES TO G
           MOVE ZERO TO B D T(2) E
           MOVE A TO B
           MOVE C TO D
           MOVE T(1) TO T(2)
           MOVE A TO E
           DISPLAY G "|"
           MOVE "A1 " TO A
           MOVE A TO B
           DISPLAY B "|"
           STOP RUN.
