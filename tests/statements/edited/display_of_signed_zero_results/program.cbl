       IDENTIFICATION DIVISION.
       PROGRAM-ID. EDITED-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC -9.9.
       01 B PIC +ZZ.Z.
       01 C PIC ZZ9CR.
       PROCEDURE DIVISION.
           MOVE -0.04 TO A B C DISPLAY "[" A "][" B "][" C "]".
           STOP RUN.
