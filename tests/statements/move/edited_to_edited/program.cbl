       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 E PIC ZZ,ZZ9.99-.
       01 F PIC $(7)9.9.
       01 X PIC X(12).
       PROCEDURE DIVISION.
           MOVE -1234.56 TO E
           MOVE E TO F DISPLAY "[" F "]"
           MOVE E TO X DISPLAY "[" X "]".
           STOP RUN.
