       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 I PIC 9.
       PROCEDURE DIVISION.
       MAIN.
               PERFORM VARYING I FROM 1 BY 1 UNTIL I > 3
                   PERFORM ODD-EVEN
                   IF I = 2 GO TO OUT-OF-LOOP END-IF
               END-PERFORM
               DISPLAY "NEVER".
       OUT-OF-LOOP.
               DISPLAY "OUT " I
               STOP RUN.
       ODD-EVEN.
               IF I = 1 DISPLAY "ODD" ELSE DISPLAY "EVEN".
