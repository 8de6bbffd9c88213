       IDENTIFICATION DIVISION.
       PROGRAM-ID. TABLES-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 99 VALUE 2.
       01 G.
          05 H PIC X(2) VALUE "h:".
          05 T PIC X(2) OCCURS 0 TO 4 DEPENDING ON N VALUE "ab".
       PROCEDURE DIVISION.
           DISPLAY "[" G "]" LENGTH OF G
           MOVE 4 TO N DISPLAY "[" G "]"
           MOVE 0 TO N DISPLAY "[" G "]"
           IF G = "h:" DISPLAY "SAME".
           STOP RUN.
