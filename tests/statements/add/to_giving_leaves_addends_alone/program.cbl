       IDENTIFICATION DIVISION.
       PROGRAM-ID. ADD-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC 9(3) VALUE 5.
       01 C PIC 9(3) VALUE 10.
       01 D PIC 9(3) VALUE 100.
       01 E PIC ZZ9.9.
       PROCEDURE DIVISION.
           ADD A 2.5 TO C GIVING D E
           DISPLAY A " " C " " D " " E.
           STOP RUN.
