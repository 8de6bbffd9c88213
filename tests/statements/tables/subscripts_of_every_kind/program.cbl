       IDENTIFICATION DIVISION.
       PROGRAM-ID. TABLES-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G VALUE "ABCDEFGHI".
          05 R OCCURS 3 INDEXED BY I.
             10 C PIC X OCCURS 3 INDEXED BY J.
       01 N PIC 9 COMP VALUE 2.
       PROCEDURE DIVISION.
           SET I TO 1 SET J TO 3
           DISPLAY C (2 2) C (N, 3) C (I J) C (N + 1, N - 1)
           DISPLAY C (I + 2 J - 1) R (N) R (I).
           STOP RUN.
