       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       PROCEDURE DIVISION.
       MAIN.
               PERFORM HOLLOW.
               PERFORM HOLLOW THRU LAST-HOLLOW.
               DISPLAY "END"
               STOP RUN.
       HOLLOW.
       SOMETHING.
               DISPLAY "SOMETHING".
       LAST-HOLLOW.
