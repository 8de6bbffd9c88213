       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 I PIC 9.
       01 J PIC 9.
       PROCEDURE DIVISION.
           PERFORM VARYING I FROM 1 BY 1 UNTIL I > 4
               IF I = 2 EXIT PERFORM CYCLE END-IF
               PERFORM VARYING J FROM 1 BY 1 UNTIL J > 4
                   IF J = 3 EXIT PERFORM END-IF
                   DISPLAY I J
               END-PERFORM
               IF I = 3 EXIT PERFORM END-IF
           END-PERFORM
           DISPLAY "END " I J.
           STOP RUN.
