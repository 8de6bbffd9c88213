       IDENTIFICATION DIVISION.
       PROGRAM-ID. CONDITIONS-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC 9 VALUE 1.
       01 B PIC 9 VALUE 0.
       PROCEDURE DIVISION.
           IF A = 1 OR B = 1 AND B = 2 DISPLAY "1".
           IF (A = 1 OR B = 1) AND B = 2 DISPLAY "2"
           ELSE DISPLAY "NOT 2".
           IF NOT A = 1 OR B = 0 DISPLAY "3".
           IF NOT (A = 1 AND B = 0) DISPLAY "4" ELSE DISPLAY "NOT 4".
           STOP RUN.
