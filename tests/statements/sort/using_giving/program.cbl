       IDENTIFICATION DIVISION.
       PROGRAM-ID. SORT-CASE.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT F ASSIGN "F" LINE SEQUENTIAL.
           SELECT G ASSIGN "G" LINE SEQUENTIAL.
           SELECT S ASSIGN "S".
       DATA DIVISION.
       FILE SECTION.
       FD F.
       01 R PIC X(5).
       FD G.
       01 Q PIC X(5).
       SD S.
       01 SR.
          05 K PIC X(2).
          05 N PIC 9.
          05 V PIC X(2).
       PROCEDURE DIVISION.
           SORT S ASCENDING KEY K DESCENDING N USING F GIVING G
           DISPLAY "DONE".
           STOP RUN.
