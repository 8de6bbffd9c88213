       IDENTIFICATION DIVISION.
       PROGRAM-ID. P.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC X(3) VALUE "ABC".
      $SET SOURCEFORMAT"FREE"
01 B PIC X(3) VALUE "DEF".
PROCEDURE DIVISION.
*> comment
  DISPLAY A B
>>SOURCE FORMAT IS FIXED
000100     DISPLAY "fixed again"                                        SEQ00001
      * comment
           IF A = "A
      -    "BC" DISPLAY "continued" END-IF.
      >>SOURCE FORMAT IS VARIABLE
           DISPLAY "a long line that runs beyond the column seventy-two of the text" "x".
      >>SOURCE FORMAT FREE
STOP RUN.
