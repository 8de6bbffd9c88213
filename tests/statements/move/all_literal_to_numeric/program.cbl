       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC 9(5).
       01 B PIC 9(3)V99.
       01 C PIC S9(7) COMP-3.
       PROCEDURE DIVISION.
           MOVE ALL "7" TO A B C
           DISPLAY A " " B " " C
           MOVE ALL "123" TO A B C
           DISPLAY A " " B " " C.
           STOP RUN.
