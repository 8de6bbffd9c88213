       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 3.
       01 G.
          05 T PIC X OCCURS 1 TO 5 DEPENDING ON N.
       01 X PIC X(8).
       PROCEDURE DIVISION.
           MOVE "abcde" TO G
           MOVE 5 TO N DISPLAY "[" G "]"
           MOVE 2 TO N
           MOVE G TO X DISPLAY "[" X "]"
           DISPLAY LENGTH OF G.
           STOP RUN.
