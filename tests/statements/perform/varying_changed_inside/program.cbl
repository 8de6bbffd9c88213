       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 I PIC 99.
       01 S PIC 9 VALUE 1.
       01 L PIC 99 VALUE 9.
       PROCEDURE DIVISION.
           PERFORM VARYING I FROM 1 BY S UNTIL I > L
               DISPLAY I
               IF I = 2 MOVE 3 TO S END-IF
               IF I = 5 MOVE 7 TO L END-IF
           END-PERFORM
           DISPLAY I.
           STOP RUN.
