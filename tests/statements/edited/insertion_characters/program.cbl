       IDENTIFICATION DIVISION.
       PROGRAM-ID. EDITED-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 D PIC 99/99/9999.
       01 E PIC Z9B99B99.
       01 F PIC ZZ,Z09.
       01 G PIC Z/ZZ/ZZ.
       PROCEDURE DIVISION.
           MOVE 31052024 TO D DISPLAY "[" D "]"
           MOVE 10203 TO E DISPLAY "[" E "]"
           MOVE 12 TO E F G DISPLAY "[" E "][" F "][" G "]"
           MOVE 12345 TO F G DISPLAY "[" F "][" G "]".
           STOP RUN.
