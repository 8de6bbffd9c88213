       IDENTIFICATION DIVISION.
       PROGRAM-ID. EVALUATE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC 9 VALUE 1.
       01 B PIC 9 VALUE 3.
       PROCEDURE DIVISION.
           EVALUATE A
               WHEN 1
                   EVALUATE B
                       WHEN 2 DISPLAY "12"
                       WHEN 3
                           IF A = 1 DISPLAY "13" ELSE DISPLAY "X" END-IF
                   END-EVALUATE
                   DISPLAY "AFTER"
               WHEN 2 DISPLAY "2"
           END-EVALUATE.
           STOP RUN.
