       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 R1.
          05 N PIC 9 VALUE 2.
          05 T PIC X(4) OCCURS 3 VALUE "----".
       01 R2.
          05 N PIC 9 VALUE 1.
       PROCEDURE DIVISION.
           MOVE "ABCD" TO T OF R1 (N OF R1)
           MOVE "xy" TO T (N OF R2 + 2) (N OF R1:2)
           DISPLAY R1.
           STOP RUN.
