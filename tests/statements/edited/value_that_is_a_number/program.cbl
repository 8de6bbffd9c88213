       IDENTIFICATION DIVISION.
       PROGRAM-ID. VALUES-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC +Z(7).ZZ VALUE -317.21.
       01 B PIC $Z(7).ZZ VALUE 317.21.
       01 C PIC Z(5) VALUE 0.
       01 D PIC ZZ9.9 VALUE 12.
       01 E PIC ZZ9.9 VALUE "1".
       01 F PIC ZZ9.9 VALUE ZERO.
       01 G. 05 H PIC ZZ9 OCCURS 2 VALUE 5.
       01 I PIC 9(3)- VALUE -12.
       01 J PIC ZZ9 VALUE 1234.
       01 K PIC ZZ9 BLANK WHEN ZERO VALUE 0.
       01 L PIC 99/99 VALUE 1234.
       01 M PIC ZZ9 VALUE SPACE.
       01 X PIC X(5) VALUE 12.
       PROCEDURE DIVISION.
           DISPLAY A "|" B "|" C "|" D "|" E "|" F "|" H(2) "|" I "|" J
             "|" K "|" L "|" M "|" X "|".
           INITIALIZE A B ALL TO VALUE DISPLAY A B.
           STOP RUN.
