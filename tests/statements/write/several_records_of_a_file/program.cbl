       IDENTIFICATION DIVISION.
       PROGRAM-ID. WRITE-CASE.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT F ASSIGN "F" LINE SEQUENTIAL.
       DATA DIVISION.
       FILE SECTION.
       FD F.
       01 R1 PIC X(4).
       01 R2.
          05 A PIC X(2).
          05 B PIC X(6).
       PROCEDURE DIVISION.
           OPEN OUTPUT F
           MOVE "123456" TO R2 WRITE R1
           MOVE "ABCDEFGH" TO R2 WRITE R2
           MOVE "xx" TO A WRITE R2
           CLOSE F.
           STOP RUN.
