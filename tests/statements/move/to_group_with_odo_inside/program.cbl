       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 N PIC 9 VALUE 2.
          05 T PIC X OCCURS 1 TO 5 DEPENDING ON N VALUE "-".
       PROCEDURE DIVISION.
           MOVE "4abcd" TO G
           DISPLAY "[" G "]"
           MOVE "2xyzw" TO G
           MOVE 5 TO N
           DISPLAY "[" G "]".
           STOP RUN.
