       IDENTIFICATION DIVISION.
       PROGRAM-ID. TABLES-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 V.
          05 FILLER PIC X(5) VALUE "01JAN".
          05 FILLER PIC X(5) VALUE "02FEB".
          05 FILLER PIC X(5) VALUE "03MAR".
       01 T REDEFINES V.
          05 E OCCURS 3.
             10 N PIC 99.
             10 M PIC XXX.
       PROCEDURE DIVISION.
           DISPLAY M (2) N (3)
           MOVE "XXX" TO M (1) DISPLAY V.
           STOP RUN.
