       IDENTIFICATION DIVISION.
       PROGRAM-ID. P78.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       78 A VALUE 1 + 2 * 3.
       78 B VALUE 10 - 2 * (3 + 1 * 2).
       78 C VALUE 100 / 3.
       78 D VALUE A + B.
       01 E CONSTANT 1 + 2 * 3.
       01 F CONSTANT AS 10 - 2 * (3 + 1 * 2).
       01 G CONSTANT AS 7 / 2.
       01 S1 CONSTANT "ab".
       01 S2 CONSTANT S1 & "cd" & X"41".
       78 S3 VALUE "x" & "y".
       01 I PIC X(8) VALUE S2.
       PROCEDURE DIVISION.
           DISPLAY A " " B " " C " " D " " E " " F " " G
           DISPLAY S2 "|" S3 "|" I "|" S1 & "zz" "|"
           DISPLAY "a" & "b" & SPACE & "c" "|"
           STOP RUN.
