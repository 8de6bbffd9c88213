       IDENTIFICATION DIVISION.
       PROGRAM-ID. CONDITIONS-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC 9 VALUE 5.
       01 B PIC 9 VALUE 3.
       01 C PIC 9 VALUE 7.
       PROCEDURE DIVISION.
           IF A > B AND < C DISPLAY "1".
           IF A = 1 OR 3 OR 5 DISPLAY "2".
           IF A > B AND C DISPLAY "3" ELSE DISPLAY "NOT 3".
           IF A NOT = 1 AND 2 AND 3 DISPLAY "4".
           IF A > B OR C AND < 9 DISPLAY "5".
           IF A = B OR = C OR > 4 DISPLAY "6".
           STOP RUN.
