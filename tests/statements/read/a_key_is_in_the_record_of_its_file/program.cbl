       IDENTIFICATION DIVISION.
       PROGRAM-ID. AMBKEY.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT F ASSIGN TO "KEYED"
               ORGANIZATION INDEXED ACCESS DYNAMIC
               RECORD KEY IS K ALTERNATE RECORD KEY IS A.
       DATA DIVISION.
       FILE SECTION.
       FD F.
       01 R.
          05 K PIC X(3).
          05 A PIC X(3).
       WORKING-STORAGE SECTION.
       01 W.
          05 A PIC X(3).
          05 K PIC X(3).
       PROCEDURE DIVISION.
           OPEN OUTPUT F
           MOVE "002BBB" TO R WRITE R
           MOVE "001CCC" TO R WRITE R
           CLOSE F
           OPEN INPUT F
           MOVE "BBB" TO A OF R
           READ F KEY IS A OF R
           DISPLAY R
           STOP RUN.
