       IDENTIFICATION DIVISION.
       PROGRAM-ID. ONEAREA.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT F ASSIGN "f.txt".
           SELECT G ASSIGN "g.txt".
       I-O-CONTROL.
           SAME RECORD AREA FOR F G
           RERUN ON F EVERY 100 RECORDS OF G
           MULTIPLE FILE TAPE CONTAINS F POSITION 1 G.
       DATA DIVISION.
       FILE SECTION.
       FD  F.
       01  R1 PIC X(4).
       FD  G.
       01  R2 PIC X(6).
       PROCEDURE DIVISION.
           OPEN OUTPUT F G
           MOVE "ABCDEF" TO R2 DISPLAY R1
           WRITE R1 WRITE R2
           CLOSE F G
           OPEN INPUT F
           READ F DISPLAY R2
           CLOSE F
           STOP RUN.
