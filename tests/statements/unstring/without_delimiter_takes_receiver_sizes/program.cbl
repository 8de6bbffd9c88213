       IDENTIFICATION DIVISION.
       PROGRAM-ID. UNSTRING-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 S PIC X(9) VALUE "ABC1234XY".
       01 A PIC X(3).
       01 N PIC 9(4).
       01 B PIC X(5).
       PROCEDURE DIVISION.
           UNSTRING S INTO A N B
           DISPLAY "[" A "][" N "][" B "]".
           STOP RUN.
