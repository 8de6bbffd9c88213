       IDENTIFICATION DIVISION.
       PROGRAM-ID. EDITED-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 E PIC +++,++9.9.
       01 F PIC ---,--9.9.
       01 G PIC +++.++.
       PROCEDURE DIVISION.
           MOVE 1234.5 TO E F DISPLAY "[" E "][" F "]"
           MOVE -1234.5 TO E F DISPLAY "[" E "][" F "]"
           MOVE 0 TO E F G DISPLAY "[" E "][" F "][" G "]"
           MOVE -0.04 TO E F G DISPLAY "[" E "][" F "][" G "]".
           STOP RUN.
