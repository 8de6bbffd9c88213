       IDENTIFICATION DIVISION.
       PROGRAM-ID. MAIN.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC X(5) VALUE "".
       01 N PIC 9(4).
       PROCEDURE DIVISION.
           DISPLAY "[" "" "][" A "]".
           DISPLAY FUNCTION LENGTH("").
           STRING "a" "" "b" DELIMITED BY SIZE INTO A.
           DISPLAY "[" A "]".
           MOVE ALL "" TO A.
           IF A = "" DISPLAY "spaces" END-IF.
           DISPLAY "" & "a".
           IF X"" = LOW-VALUE DISPLAY "null" END-IF.
           COMPUTE N = H"1F" + B"" + B"101".
           DISPLAY N.
           MOVE ALL X"3132" TO N.
           DISPLAY N.
           IF H"A" = 10 AND B"11" = 3 DISPLAY "numbers" END-IF.
           STOP RUN.
