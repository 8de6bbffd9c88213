       IDENTIFICATION DIVISION.
       PROGRAM-ID. NAMED.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT A ASSIGN TO CARD-PUNCH "a.txt".
           SELECT B ASSIGN TO PRINTER-1 "b.txt".
           SELECT C ASSIGN TO MAGNETIC-TAPE "c.txt".
           SELECT D ASSIGN TO PRINT "d.txt".
       DATA DIVISION.
       FILE SECTION.
       FD  A.
       01  R1 PIC X(4).
       FD  B.
       01  R2 PIC X(4).
       FD  C.
       01  R3 PIC X(4).
       FD  D.
       01  R4 PIC X(4).
       PROCEDURE DIVISION.
           OPEN OUTPUT A B C D
           WRITE R1 FROM "A" WRITE R2 FROM "A" WRITE R3 FROM "A"
           WRITE R4 FROM "A"
           CLOSE A B C D
           STOP RUN.
