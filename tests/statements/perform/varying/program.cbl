       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 I PIC S99.
       01 D PIC 9V9.
       PROCEDURE DIVISION.
           PERFORM VARYING I FROM 1 BY 2 UNTIL I > 6
               DISPLAY "I " I
           END-PERFORM
           DISPLAY I
           PERFORM VARYING I FROM 3 BY -2 UNTIL I < 0
               DISPLAY "I " I
           END-PERFORM
           DISPLAY I
           PERFORM VARYING D FROM 0.5 BY 0.7 UNTIL D > 2
               DISPLAY D
           END-PERFORM.
           STOP RUN.
