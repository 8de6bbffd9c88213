       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 B PIC 9(5).
       01 C PIC S9(5)V99.
       01 E PIC S9(5) COMP.
       PROCEDURE DIVISION.
           MOVE " 12  " TO B C E
           DISPLAY B " " C " " E
           MOVE "-12.5" TO B C E
           DISPLAY B " " C " " E
           MOVE "1A2" TO B
           DISPLAY B.
           STOP RUN.
