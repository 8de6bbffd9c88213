       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 I PIC 9 VALUE 1.
       01 T PIC 9 OCCURS 4 VALUE 0.
       PROCEDURE DIVISION.
           MOVE 3 TO I T (I)
           DISPLAY I " " T (1) T (2) T (3) T (4)
           MOVE T (I) TO I T (1)
           DISPLAY I " " T (1).
           STOP RUN.
