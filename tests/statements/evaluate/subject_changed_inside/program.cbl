       IDENTIFICATION DIVISION.
       PROGRAM-ID. EVALUATE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC 9 VALUE 1.
       PROCEDURE DIVISION.
           EVALUATE A
               WHEN 1 MOVE 2 TO A DISPLAY "ONE"
               WHEN 2 DISPLAY "TWO"
           END-EVALUATE
           EVALUATE A
               WHEN 2 CONTINUE
               WHEN OTHER DISPLAY "NO"
           END-EVALUATE
           DISPLAY A.
           STOP RUN.
