       IDENTIFICATION DIVISION.
       PROGRAM-ID. CONDITIONS-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 T PIC X OCCURS 5 INDEXED BY I J.
       01 N PIC 9 VALUE 3.
       PROCEDURE DIVISION.
           SET I TO 3 SET J TO 4
           IF I = 3 DISPLAY "1".
           IF I = N DISPLAY "2".
           IF I < J AND J NOT = N DISPLAY "3".
           IF I + 1 = J DISPLAY "4".
           STOP RUN.
