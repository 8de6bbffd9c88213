       IDENTIFICATION DIVISION.
       PROGRAM-ID. EVALUATE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC 9 VALUE 3.
       01 B PIC 99 VALUE 7.
       PROCEDURE DIVISION.
           EVALUATE A * 2 + 1
               WHEN B DISPLAY "B"
               WHEN OTHER DISPLAY "OTHER"
           END-EVALUATE
           EVALUATE 3
               WHEN B DISPLAY "B"
               WHEN A DISPLAY "A"
           END-EVALUATE.
           STOP RUN.
