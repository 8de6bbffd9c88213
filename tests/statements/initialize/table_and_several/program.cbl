       IDENTIFICATION DIVISION.
       PROGRAM-ID. INITIALIZE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 T OCCURS 3.
             10 A PIC X VALUE "a".
             10 N PIC 9 VALUE 9.
       01 X PIC X(3) VALUE "xxx".
       01 N2 PIC 9(3) VALUE 777.
       PROCEDURE DIVISION.
           INITIALIZE T (2)
           DISPLAY G
           INITIALIZE G X N2
           DISPLAY "[" G "][" X "]" N2.
           STOP RUN.
