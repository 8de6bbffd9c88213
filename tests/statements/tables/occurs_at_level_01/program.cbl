       IDENTIFICATION DIVISION.
       PROGRAM-ID. LEVEL01.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G OCCURS 3 INDEXED BY GX.
          05 A PIC X(2) VALUE "ab".
          05 N PIC 9(2) VALUE 7.
          05 T PIC X OCCURS 2.
       01 E PIC 9(3) OCCURS 2.
       PROCEDURE DIVISION.
           MOVE "Q" TO T(2 1)
           DISPLAY G(1) "|" G(2) "|" A(3) N(3)
           MOVE "ZZ99" TO G(3)
           ADD 1 TO N(2)
           DISPLAY G(2) "|" G(3)
           INITIALIZE G(2)
           DISPLAY G(2) "|"
           MOVE 5 TO E(2)
           ADD 1 E(2) GIVING E(1)
           DISPLAY E(1) E(2)
           SET GX TO 1
           SEARCH G WHEN A(GX) = "ZZ" DISPLAY "FOUND"
           END-SEARCH
           STOP RUN.
