       IDENTIFICATION DIVISION.
       PROGRAM-ID. CONDITIONS-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC 9(3) VALUE 10.
       01 B PIC 9(3) VALUE 3.
       PROCEDURE DIVISION.
           IF A / B > 3.33 AND A / B < 3.34 DISPLAY "1".
           IF A - B * 2 = B + 1 DISPLAY "2".
           IF A ** 2 > 99 AND < 101 DISPLAY "3".
           IF (A + B) / 2 = 6.5 DISPLAY "4".
           STOP RUN.
