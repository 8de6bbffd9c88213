       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       MAIN.
               PERFORM DEEPER.
               DISPLAY "N " N.
               STOP RUN.
       DEEPER.
               ADD 1 TO N.
               DISPLAY "IN " N.
               IF N < 3 PERFORM DEEPER.
               DISPLAY "OUT " N.
