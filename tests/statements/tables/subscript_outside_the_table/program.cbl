       IDENTIFICATION DIVISION.
       PROGRAM-ID. TABLES-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 T PIC X(2) OCCURS 3 VALUE "tt".
          05 A PIC X(2) VALUE "aa".
       01 I PIC 9 VALUE 4.
       PROCEDURE DIVISION.
           MOVE "zz" TO T (I)
           DISPLAY A G.
           STOP RUN.
