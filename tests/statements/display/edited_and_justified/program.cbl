       IDENTIFICATION DIVISION.
       PROGRAM-ID. DISPLAY-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 E PIC $$,$$9.99- VALUE "  $12.50-".
       01 J PIC X(5) JUSTIFIED RIGHT.
       PROCEDURE DIVISION.
           MOVE "ab" TO J
           DISPLAY "[" E "][" J "]".
           STOP RUN.
