       IDENTIFICATION DIVISION.
       PROGRAM-ID. EVALUATE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 99.
       PROCEDURE DIVISION.
           PERFORM VARYING N FROM 1 BY 1 UNTIL N > 9
               EVALUATE N
                   WHEN 1 DISPLAY "ONE"
                   WHEN 2 WHEN 3 DISPLAY "TWO OR THREE"
                   WHEN 5 THRU 6 DISPLAY "RANGE"
                   WHEN 2 * 4 DISPLAY "EXPRESSION"
                   WHEN NOT 4 DISPLAY "NOT FOUR"
                   WHEN OTHER DISPLAY "OTHER"
               END-EVALUATE
           END-PERFORM.
           STOP RUN.
