       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 X PIC X(6).
       PROCEDURE DIVISION.
           MOVE 007 TO X DISPLAY "[" X "]"
           MOVE +7 TO X DISPLAY "[" X "]"
           MOVE -12 TO X DISPLAY "[" X "]".
           STOP RUN.
