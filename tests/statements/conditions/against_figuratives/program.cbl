       IDENTIFICATION DIVISION.
       PROGRAM-ID. CONDITIONS-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 X PIC X(4) VALUE "0000".
       01 N PIC 9(4) VALUE 0.
       01 A PIC X(5) VALUE "ababa".
       PROCEDURE DIVISION.
           IF X = ZERO AND N = ZEROS DISPLAY "1".
           IF X > SPACES AND X < HIGH-VALUES DISPLAY "2".
           IF A = ALL "ab" DISPLAY "3".
           MOVE SPACES TO X
           IF X = SPACE DISPLAY "4".
           IF X NOT = LOW-VALUES DISPLAY "5".
           IF N = ALL "0" DISPLAY "6".
           STOP RUN.
