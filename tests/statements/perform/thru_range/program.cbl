       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       PROCEDURE DIVISION.
       MAIN-PART SECTION.
       M.
               PERFORM B THRU D.
               DISPLAY "MAIN".
               STOP RUN.
       A.
               DISPLAY "A".
       B.
               DISPLAY "B".
       LATER SECTION.
       C.
               DISPLAY "C".
       D.
               DISPLAY "D".
       E.
               DISPLAY "E".
