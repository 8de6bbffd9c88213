       IDENTIFICATION DIVISION.
       PROGRAM-ID. INITIALIZE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 A PIC X(3) VALUE "abc".
          05 N PIC 9(3) VALUE 123.
          05 M PIC 9(3).
          05 F PIC X(2) VALUE "ff".
       PROCEDURE DIVISION.
           MOVE ALL "z" TO G
           INITIALIZE G ALL TO VALUE
           DISPLAY "[" G "]"
           MOVE ALL "z" TO G
           INITIALIZE G NUMERIC TO VALUE THEN TO DEFAULT
           DISPLAY "[" G "]".
           STOP RUN.
