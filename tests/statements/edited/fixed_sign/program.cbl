       IDENTIFICATION DIVISION.
       PROGRAM-ID. EDITED-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC +9(3).
       01 B PIC -9(3).
       01 C PIC 9(3)+.
       01 D PIC ZZ9-.
       PROCEDURE DIVISION.
           MOVE 12 TO A B C D DISPLAY "[" A "][" B "][" C "][" D "]"
           MOVE -12 TO A B C D DISPLAY "[" A "][" B "][" C "][" D "]"
           MOVE 0 TO A B C D DISPLAY "[" A "][" B "][" C "][" D "]".
           STOP RUN.
