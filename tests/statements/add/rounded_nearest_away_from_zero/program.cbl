       IDENTIFICATION DIVISION.
       PROGRAM-ID. ADD-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC S9(3) VALUE 0.
       01 B PIC S9(3) VALUE 0.
       01 C PIC S9(3)V9 VALUE 0.
       PROCEDURE DIVISION.
           ADD 1.5 1 TO A ROUNDED B C ROUNDED
           DISPLAY A " " B " " C
           MOVE 0 TO A B C
           ADD -1.5 -1 TO A ROUNDED B C ROUNDED
           DISPLAY A " " B " " C
           ADD -0.05 TO C ROUNDED
           DISPLAY C.
           STOP RUN.
