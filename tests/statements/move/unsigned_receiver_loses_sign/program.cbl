       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC S9(3) VALUE -123.
       01 B PIC 9(3).
       01 C PIC 9(3) COMP.
       01 D PIC 9(3) COMP-3.
       01 E PIC ZZ9.
       PROCEDURE DIVISION.
           MOVE A TO B C D E
           DISPLAY B " " C " " D " " E.
           STOP RUN.
