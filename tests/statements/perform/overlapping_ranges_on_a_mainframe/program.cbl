       IDENTIFICATION DIVISION.
       PROGRAM-ID. OVERLAPS.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       MAIN-P.
           PERFORM A-P THRU C-P.
           DISPLAY "AFTER OUTER".
           ADD 1 TO N.
           IF N < 3 PERFORM B-P THRU D-P DISPLAY "AFTER B-D".
           STOP RUN.
       A-P. DISPLAY "A".
           PERFORM B-P THRU D-P.
           DISPLAY "AFTER INNER".
       B-P. DISPLAY "B".
       C-P. DISPLAY "C".
       D-P. DISPLAY "D".
       E-P. DISPLAY "E".
