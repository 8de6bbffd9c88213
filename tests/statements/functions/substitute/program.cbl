       IDENTIFICATION DIVISION.
       PROGRAM-ID. FUNCTIONS-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 X PIC X(12) VALUE "one ONE two".
       PROCEDURE DIVISION.
           DISPLAY "["
               FUNCTION SUBSTITUTE (X "one" "1" "two" "zwei") "]"
           DISPLAY "[" FUNCTION SUBSTITUTE-CASE (X "one" "1") "]".
           STOP RUN.
