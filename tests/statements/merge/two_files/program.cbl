       IDENTIFICATION DIVISION.
       PROGRAM-ID. MERGE-CASE.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT E ASSIGN "E" LINE SEQUENTIAL.
           SELECT F ASSIGN "F" LINE SEQUENTIAL.
           SELECT G ASSIGN "G" LINE SEQUENTIAL.
           SELECT S ASSIGN "S".
       DATA DIVISION.
       FILE SECTION.
       FD E.
       01 ER PIC X(3).
       FD F.
       01 R PIC X(3).
       FD G.
       01 Q PIC X(3).
       SD S.
       01 SR.
          05 K PIC X.
          05 V PIC XX.
       PROCEDURE DIVISION.
           MERGE S ASCENDING K USING E F GIVING G
           DISPLAY "DONE".
           STOP RUN.
