       IDENTIFICATION DIVISION.
       PROGRAM-ID. IF-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC 9 VALUE 1.
       01 B PIC 9 VALUE 2.
       PROCEDURE DIVISION.
           IF A = 1
               IF B = 1 DISPLAY "11"
               ELSE DISPLAY "1X"
           ELSE DISPLAY "X".
           IF A = 2 IF B = 2 DISPLAY "22" ELSE DISPLAY "2X".
           DISPLAY "END".
           STOP RUN.
