       IDENTIFICATION DIVISION.
       PROGRAM-ID. READ-CASE.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT F ASSIGN "F" LINE SEQUENTIAL.
       DATA DIVISION.
       FILE SECTION.
       FD F.
       01 R.
          05 A PIC X(3).
          05 N PIC 9(3).
       WORKING-STORAGE SECTION.
       01 W PIC X(8) VALUE "--------".
       01 G.
          05 X PIC X(2).
          05 Y PIC 9(2).
       PROCEDURE DIVISION.
           OPEN INPUT F
           READ F INTO W AT END CONTINUE END-READ DISPLAY "[" W "]"
           READ F INTO G AT END CONTINUE END-READ DISPLAY "[" G "]"
           READ F INTO W AT END DISPLAY "END" END-READ
           DISPLAY "[" W "]" CLOSE F.
           STOP RUN.
