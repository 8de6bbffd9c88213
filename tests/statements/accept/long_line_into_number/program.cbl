       IDENTIFICATION DIVISION.
       PROGRAM-ID. ACCEPT-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC 9(9).
       01 B PIC S9(3)V9.
       01 P PIC 9(4) COMP-3.
       PROCEDURE DIVISION.
           ACCEPT A
           DISPLAY A
           ACCEPT A
           DISPLAY A
           ACCEPT B
           DISPLAY B
           ACCEPT P
           DISPLAY P
           STOP RUN.
