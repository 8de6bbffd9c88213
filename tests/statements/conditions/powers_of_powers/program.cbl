       IDENTIFICATION DIVISION.
       PROGRAM-ID. CONDITION-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC 9 VALUE 2.
       01 N PIC 9(3).
       PROCEDURE DIVISION.
           IF A ** 3 ** 2 = 64 DISPLAY "64".
           IF 512 = A ** 3 ** 2 DISPLAY "512".
           EVALUATE A ** 3 ** 2
             WHEN 64 DISPLAY "64"
             WHEN 512 DISPLAY "512"
           END-EVALUATE.
           COMPUTE N = A ** 3 ** 2
           DISPLAY N.
           STOP RUN.
