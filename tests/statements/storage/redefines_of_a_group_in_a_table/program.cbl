       IDENTIFICATION DIVISION.
       PROGRAM-ID. STORAGE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 T OCCURS 2.
             10 K PIC X.
             10 V PIC X(4).
             10 N REDEFINES V PIC 9(4).
             10 W REDEFINES V.
                15 W1 PIC 99.
                15 W2 PIC XX.
       PROCEDURE DIVISION.
           MOVE "A1234B56xy" TO G
           ADD 1 TO N (1)
           DISPLAY N (1) W1 (2) W2 (2) G.
           STOP RUN.
