       IDENTIFICATION DIVISION.
       PROGRAM-ID. CALLER.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 A PIC X(4) VALUE "1234".
          05 B PIC X(4) VALUE "abcd".
       PROCEDURE DIVISION.
           CALL "SUBA" USING G
           CALL "SUBA" USING B
           DISPLAY G
           STOP RUN.
       END PROGRAM CALLER.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. SUBA.
       DATA DIVISION.
       LINKAGE SECTION.
       01 X.
          05 N PIC 9(2).
          05 C PIC X.
       PROCEDURE DIVISION USING X.
           DISPLAY N C
           MOVE "?" TO C
           GOBACK.
       END PROGRAM SUBA.
