       IDENTIFICATION DIVISION.
       PROGRAM-ID. GO-TO-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 I PIC 9 VALUE 0.
       01 N PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       LOOP-START.
               PERFORM VARYING I FROM 1 BY 1 UNTIL I > 2
                   ADD 1 TO N
                   DISPLAY I N
                   IF N = 2 GO TO LOOP-START END-IF
               END-PERFORM
               DISPLAY "END"
               STOP RUN.
