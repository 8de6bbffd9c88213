       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC X(5) VALUE "ABCDE".
       01 B PIC X(3).
       01 C PIC X(8).
       PROCEDURE DIVISION.
           MOVE A TO B C
           DISPLAY "[" B "][" C "]".
           STOP RUN.
