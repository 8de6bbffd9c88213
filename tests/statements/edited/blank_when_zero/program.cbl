       IDENTIFICATION DIVISION.
       PROGRAM-ID. EDITED-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC ZZ9.99 BLANK WHEN ZERO.
       01 B PIC 9(3) BLANK WHEN ZERO.
       01 C PIC +9(3) BLANK ZERO.
       PROCEDURE DIVISION.
           MOVE 0 TO A B C DISPLAY "[" A "][" B "][" C "]"
           MOVE 0.001 TO A B C DISPLAY "[" A "][" B "][" C "]"
           MOVE 5 TO A B C DISPLAY "[" A "][" B "][" C "]".
           STOP RUN.
