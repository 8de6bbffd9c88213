       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       PROCEDURE DIVISION.
       MAIN-PART SECTION.
       M.
               PERFORM WORK.
               PERFORM W2.
               STOP RUN.
       WORK SECTION.
       W1.
               DISPLAY "W1".
       W2.
               DISPLAY "W2".
       OTHER-WORK SECTION.
       W3.
               DISPLAY "W3".
