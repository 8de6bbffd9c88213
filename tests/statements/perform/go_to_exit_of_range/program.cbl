       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       MAIN.
               PERFORM CHECK THRU CHECK-EXIT 3 TIMES
               STOP RUN.
       CHECK.
               ADD 1 TO N
               IF N = 2 GO TO CHECK-EXIT.
               DISPLAY "CHECKED " N.
       CHECK-EXIT.
               EXIT.
