       IDENTIFICATION DIVISION.
       PROGRAM-ID. EARLY-EXITS.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       A-P.
           IF N = 0 ADD 1 TO N EXIT PARAGRAPH.
           DISPLAY "A STOPS"
           STOP RUN.
       B-P.
           DISPLAY "B".
           IF N = 1 NEXT SENTENCE ELSE DISPLAY "C"
             STOP RUN.
       C-P.
           DISPLAY "C".
           IF N = 1 NEXT SENTENCE END-IF
             STOP RUN.
       D-P.
           DISPLAY "D".
           STOP RUN.
