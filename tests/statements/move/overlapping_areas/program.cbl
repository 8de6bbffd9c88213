       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC X(6) VALUE "ABCDEF".
       01 B PIC X(6) VALUE "ABCDEF".
       PROCEDURE DIVISION.
           MOVE A (1:4) TO A (3:4)
           DISPLAY A
           MOVE B (3:4) TO B (1:4)
           DISPLAY B.
           STOP RUN.
