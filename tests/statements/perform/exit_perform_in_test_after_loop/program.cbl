       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 I PIC 9 VALUE 0.
       PROCEDURE DIVISION.
           PERFORM WITH TEST AFTER UNTIL I > 2
               ADD 1 TO I
               IF I = 2 EXIT PERFORM CYCLE END-IF
               DISPLAY I
           END-PERFORM
           PERFORM 3 TIMES
               ADD 1 TO I
               IF I = 5 EXIT PERFORM CYCLE END-IF
               DISPLAY I
           END-PERFORM.
           STOP RUN.
