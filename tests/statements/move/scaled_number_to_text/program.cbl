       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC 9PP.
       01 B PIC S99P.
       01 T PIC X(5).
       PROCEDURE DIVISION.
           MOVE 123 TO A
           MOVE A TO T
           DISPLAY T "|"
           MOVE -120 TO B
           MOVE B TO T
           DISPLAY T "|".
           IF A = 100 DISPLAY "100".
           STOP RUN.
