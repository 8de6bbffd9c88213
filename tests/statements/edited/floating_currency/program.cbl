       IDENTIFICATION DIVISION.
       PROGRAM-ID. EDITED-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 E PIC $$$,$$9.99.
       01 F PIC $$$,$$$.$$.
       01 G PIC $ZZ,ZZ9.
       PROCEDURE DIVISION.
           MOVE 1234.5 TO E F G DISPLAY "[" E "][" F "][" G "]"
           MOVE 0 TO E F G DISPLAY "[" E "][" F "][" G "]"
           MOVE 0.07 TO E F DISPLAY "[" E "][" F "]"
           MOVE 12345678 TO E DISPLAY "[" E "]".
           STOP RUN.
