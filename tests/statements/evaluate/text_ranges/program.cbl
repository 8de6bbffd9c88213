       IDENTIFICATION DIVISION.
       PROGRAM-ID. EVALUATE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 X PIC X(4) VALUE "CAT".
       PROCEDURE DIVISION.
           EVALUATE X
               WHEN "A" THRU "B" DISPLAY "A-B"
               WHEN "C" THRU "CB" DISPLAY "C-CB"
               WHEN OTHER DISPLAY "OTHER"
           END-EVALUATE
           EVALUATE X (1:1)
               WHEN "B" DISPLAY "B"
               WHEN "C" DISPLAY "C"
           END-EVALUATE.
           STOP RUN.
