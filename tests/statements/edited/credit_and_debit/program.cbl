       IDENTIFICATION DIVISION.
       PROGRAM-ID. EDITED-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC ZZ9.99CR.
       01 B PIC ZZ9.99DB.
       PROCEDURE DIVISION.
           MOVE -1.5 TO A B DISPLAY "[" A "][" B "]"
           MOVE 1.5 TO A B DISPLAY "[" A "][" B "]"
           MOVE -0.001 TO A B DISPLAY "[" A "][" B "]".
           STOP RUN.
