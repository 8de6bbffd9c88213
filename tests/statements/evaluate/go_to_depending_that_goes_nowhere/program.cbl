       IDENTIFICATION DIVISION.
       PROGRAM-ID. NOWHERE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  N PIC 9 VALUE 3.
       01  M PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       BEGIN.
           EVALUATE N
               WHEN 1 THRU 3
                   GO TO LOW HIGH DEPENDING ON M
               WHEN 0 THRU 5
                   DISPLAY "SECOND BRANCH"
           END-EVALUATE.
           DISPLAY "BEHIND".
           STOP RUN.
       LOW. DISPLAY "LOW".
       HIGH. DISPLAY "HIGH".
