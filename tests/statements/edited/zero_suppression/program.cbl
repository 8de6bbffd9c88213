       IDENTIFICATION DIVISION.
       PROGRAM-ID. EDITED-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 E PIC ZZZ,ZZ9.99.
       01 F PIC ZZZ,ZZZ.ZZ.
       01 G PIC 9,999.
       PROCEDURE DIVISION.
           MOVE 1234.5 TO E DISPLAY "[" E "]"
           MOVE 0.05 TO E F DISPLAY "[" E "][" F "]"
           MOVE 0 TO E F DISPLAY "[" E "][" F "]"
           MOVE 12 TO G DISPLAY "[" G "]"
           MOVE 1234567.899 TO E DISPLAY "[" E "]".
           STOP RUN.
