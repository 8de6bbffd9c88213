       IDENTIFICATION DIVISION.
       PROGRAM-ID. PARENS.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 S PIC 9 VALUE 2.
       01 G.
          05 OCCURS 3.
             10 I PIC 9 VALUE 5.
                88 IS-ODD VALUE 1 3 5 7.
       PROCEDURE DIVISION.
           EVALUATE TRUE ALSO S
              WHEN NOT (IS-ODD(3)) ALSO 2 DISPLAY "A"
              WHEN (IS-ODD(S)) ALSO 2 DISPLAY "B"
              WHEN OTHER DISPLAY "C"
           END-EVALUATE
           EVALUATE FALSE
              WHEN ((IS-ODD(3))) DISPLAY "A"
              WHEN NOT (IS-ODD(3)) DISPLAY "B"
           END-EVALUATE
           STOP RUN.
