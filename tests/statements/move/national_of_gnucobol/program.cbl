       IDENTIFICATION DIVISION.
       PROGRAM-ID. MAIN.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC N(5).
       01 NX REDEFINES N PIC X(10).
       01 V PIC N(5) VALUE N"abc".
       01 D PIC 9(3) USAGE NATIONAL VALUE 5.
       01 X PIC X(5) VALUE "hello".
       PROCEDURE DIVISION.
           IF NX = LOW-VALUES DISPLAY "no initial value" END-IF.
           DISPLAY LENGTH OF N " " FUNCTION LENGTH(N) " "
               FUNCTION BYTE-LENGTH(N) " " FUNCTION LENGTH(N"ab").
           MOVE X TO N. DISPLAY "[" N "]".
           MOVE N"abc" TO N. DISPLAY "[" NX "]".
           IF N = V AND N = "abc" DISPLAY "equal" END-IF.
           DISPLAY N(2:2).
           MOVE N"z" TO N(2:1). DISPLAY "[" N "]".
           INITIALIZE N. DISPLAY "[" N "]".
           MOVE ALL N"xy" TO N. DISPLAY "[" N "]".
           MOVE N"abc" TO X. DISPLAY "[" X "]".
           ADD 1 TO D. DISPLAY D " " LENGTH OF D.
           MOVE NX"00410042" TO N.
           INSPECT N REPLACING ALL X"00" BY ".". DISPLAY "[" N "]".
           STOP RUN.
