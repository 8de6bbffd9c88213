       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 A PIC X(2) VALUE "aa".
          05 B.
             10 C PIC 9(2) VALUE 12.
             10 D PIC 9(2) VALUE 34.
          05 E PIC X(2) VALUE "ee".
          66 R1 RENAMES A THRU C.
          66 R2 RENAMES D.
          66 R3 RENAMES D THROUGH E.
       PROCEDURE DIVISION.
           DISPLAY R1 "/" R2 "/" R3
           MOVE "xyz9" TO R1
           MOVE 7 TO R2
           DISPLAY G
           ADD 1 TO R2
           DISPLAY R3.
           STOP RUN.
