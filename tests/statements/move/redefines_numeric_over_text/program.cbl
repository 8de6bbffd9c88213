       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 D PIC 9(8) VALUE 20240531.
       01 R REDEFINES D.
          05 Y PIC 9(4).
          05 M PIC 99.
          05 DD PIC 99.
       PROCEDURE DIVISION.
           DISPLAY Y "-" M "-" DD
           MOVE 12 TO M
           SUBTRACT 1 FROM Y
           DISPLAY D.
           STOP RUN.
