       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 T.
         02 E PIC XX OCCURS 6 TIMES.
       01 R REDEFINES T PIC X(12).
       01 G.
         02 N PIC 9(4).
         02 X PIC X(3).
       PROCEDURE DIVISION.
           MOVE ZERO TO T
           DISPLAY R.
           MOVE QUOTES TO G
           DISPLAY G.
           MOVE ALL "abc" TO T
           DISPLAY T.
           MOVE ZERO TO G
           DISPLAY G.
           IF G = ZERO AND T NOT = ZERO DISPLAY "EQUAL".
           STOP RUN.
