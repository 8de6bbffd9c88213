       IDENTIFICATION DIVISION.
       PROGRAM-ID. CONTENTS.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 P USAGE POINTER.
       01 Z PIC X(6) VALUE Z"abcde".
       01 B PIC X(10).
       PROCEDURE DIVISION.
           SET P TO NULL
           PERFORM SHOW
           SET P TO ADDRESS OF Z
           PERFORM SHOW
           DISPLAY "[" FUNCTION CONTENT-OF(P 2) "]["
               FUNCTION CONTENT-OF(P) (2:2) "]["
               FUNCTION UPPER-CASE(FUNCTION CONTENT-OF(P)) "]"
           MOVE FUNCTION CONTENT-OF(P, 3) TO B
           DISPLAY "[" B "]"
           MOVE X"00" TO Z (1:1)
           PERFORM SHOW
           SET P UP BY 2
           PERFORM SHOW
           STOP RUN.
       SHOW.
           DISPLAY "[" FUNCTION CONTENT-OF(P) "]"
               FUNCTION CONTENT-LENGTH(P).
