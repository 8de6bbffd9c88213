       IDENTIFICATION DIVISION.
       PROGRAM-ID. STORAGE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 FILLER PIC X(2) VALUE "ab".
          05 PIC X(2) VALUE "cd".
          05 FILLER.
             10 X PIC X VALUE "x".
       01 FILLER.
          05 Y PIC X(2) VALUE "yy".
       PROCEDURE DIVISION.
           DISPLAY G Y.
           STOP RUN.
