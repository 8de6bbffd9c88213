       IDENTIFICATION DIVISION.
       PROGRAM-ID. IX.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 T.
          05 E PIC X(12) OCCURS 3 INDEXED BY I.
       01 X USAGE INDEX.
       01 A PIC X(4).
       PROCEDURE DIVISION.
           SET I TO 2
           MOVE I TO E (1) DISPLAY "[" E (1) "]"
           MOVE I TO A DISPLAY "[" A "]"
           SET X TO 123456
           MOVE RETURN-CODE TO E (2) DISPLAY "[" E (2) "]"
           MOVE TALLY TO E (2) DISPLAY "[" E (2) "]"
           STOP RUN.
