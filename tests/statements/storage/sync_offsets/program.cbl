       IDENTIFICATION DIVISION.
       PROGRAM-ID. STORAGE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 A PIC X.
          05 D PIC 9(9) COMP SYNC.
          05 E PIC X.
       01 X REDEFINES G.
          05 B PIC X OCCURS 9.
       01 I PIC 99.
       PROCEDURE DIVISION.
           MOVE ALL "." TO G
           MOVE 0 TO D
           PERFORM VARYING I FROM 1 BY 1 UNTIL I > 9
               IF B (I) = LOW-VALUE DISPLAY "ZERO AT " I END-IF
           END-PERFORM.
           STOP RUN.
