       IDENTIFICATION DIVISION.
       PROGRAM-ID. EXIT-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 1.
       PROCEDURE DIVISION.
       MAIN-PART SECTION.
       M.
               PERFORM WORK
               MOVE 2 TO N
               PERFORM WORK
               STOP RUN.
       WORK SECTION.
       W1.
               IF N = 1 EXIT PARAGRAPH END-IF
               DISPLAY "W1 " N
               IF N = 2 EXIT SECTION END-IF.
       W2.
               DISPLAY "W2 " N.
