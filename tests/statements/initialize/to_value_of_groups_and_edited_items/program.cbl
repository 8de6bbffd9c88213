       IDENTIFICATION DIVISION.
       PROGRAM-ID. INITIALIZE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 H VALUE "hhh".
             10 H1 PIC X(2).
             10 H2 PIC X(2).
          05 E PIC ZZ9.9 VALUE "12".
          05 J PIC X(4) JUSTIFIED VALUE "jj".
          05 T PIC 99 OCCURS 3 VALUE 7.
          05 FILLER PIC X VALUE "f".
          05 S PIC X(3) VALUE SPACES.
          05 Q PIC X(3) VALUE ALL "q".
          05 P PIC S9(3) COMP-3 VALUE -5.
       PROCEDURE DIVISION.
           MOVE ALL "z" TO G
           INITIALIZE G ALL TO VALUE
           DISPLAY H "|" E "|" J "|" T(1) T(3) "|" S "|" Q "|" P
           MOVE ALL "z" TO G
           INITIALIZE G WITH FILLER ALPHANUMERIC TO VALUE
           DISPLAY G(1:24)
           INITIALIZE G REPLACING NUMERIC DATA BY 3
           DISPLAY G(1:24)
           INITIALIZE H ALL TO VALUE THEN TO DEFAULT
           INITIALIZE S REPLACING ALPHANUMERIC BY "abcd"
           DISPLAY H "|" S
           STOP RUN.
