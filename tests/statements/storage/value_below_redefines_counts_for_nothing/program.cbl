       IDENTIFICATION DIVISION.
       PROGRAM-ID. OVERLAID.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A.
          05 A1 PIC X(6) VALUE "abcdef".
          05 A2 REDEFINES A1.
             10 A21 PIC X VALUE "1".
             10 FILLER PIC X VALUE "2".
          05 B1 PIC X(4).
          05 B2 REDEFINES B1 PIC 9(4) VALUE 1234.
       01 C PIC X(4) VALUE "wxyz".
       01 D REDEFINES C.
          05 D1 PIC X VALUE "1".
          05 FILLER PIC X VALUE "2".
       PROCEDURE DIVISION.
           DISPLAY "[" A "] [" C "]".
           INITIALIZE A2 ALL TO VALUE
           DISPLAY "[" A "] [" C "]".
           STOP RUN.
