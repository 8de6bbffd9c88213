       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G1.
          05 A PIC X(3) VALUE "abc".
          05 N PIC 9(3) VALUE 12.
          05 S.
             10 B PIC 9(2) VALUE 34.
          05 FILLER PIC X VALUE "f".
          05 T PIC 9 OCCURS 2 VALUE 5.
          05 C PIC X VALUE "c".
       01 G2.
          05 C PIC XX VALUE "--".
          05 N PIC ZZ9.9.
          05 B PIC 99 VALUE 0.
          05 S.
             10 B PIC 9(3) VALUE 0.
          05 T PIC 9 OCCURS 2 VALUE 0.
          05 A PIC X(2) VALUE "--".
       PROCEDURE DIVISION.
           MOVE CORRESPONDING G1 TO G2
           DISPLAY "[" G2 "]".
           STOP RUN.
