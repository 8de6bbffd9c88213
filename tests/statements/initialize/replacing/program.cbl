       IDENTIFICATION DIVISION.
       PROGRAM-ID. INITIALIZE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 A PIC X(3) VALUE "abc".
          05 N PIC 9(3) VALUE 123.
          05 E PIC ZZ9 VALUE "  7".
          05 H PIC A(2) VALUE "hh".
          05 B PIC XXBXX VALUE "12 34".
       PROCEDURE DIVISION.
           INITIALIZE G REPLACING NUMERIC DATA BY 7
               ALPHANUMERIC BY "xyzw"
           DISPLAY "[" G "]"
           INITIALIZE G REPLACING NUMERIC-EDITED BY 42 ALPHABETIC BY "q"
               ALPHANUMERIC-EDITED DATA BY "zzzz"
           DISPLAY "[" G "]".
           STOP RUN.
