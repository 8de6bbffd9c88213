       IDENTIFICATION DIVISION.
       PROGRAM-ID. REFMOD-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 A PIC X(3) VALUE "abc".
          05 B PIC X(3) VALUE "def".
       01 I PIC 9 VALUE 3.
       PROCEDURE DIVISION.
           DISPLAY A (I:I)
           MOVE "123" TO A (I:I)
           DISPLAY G.
           STOP RUN.
