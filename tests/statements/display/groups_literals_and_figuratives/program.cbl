       IDENTIFICATION DIVISION.
       PROGRAM-ID. DISPLAY-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 A PIC X(2) VALUE "ab".
          05 N PIC S9(2) VALUE -12.
       PROCEDURE DIVISION.
           DISPLAY G
           DISPLAY "lit" 12 -3.5 SPACE ZERO QUOTE "."
           DISPLAY ALL "ab"
           DISPLAY 'single' "do""uble" 'it''s'.
           STOP RUN.
