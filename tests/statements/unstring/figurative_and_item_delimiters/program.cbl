       IDENTIFICATION DIVISION.
       PROGRAM-ID. UNSTRING-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 S PIC X(14) VALUE "AB CD  EF-GH".
       01 D PIC X VALUE "-".
       01 A PIC X(4).
       01 B PIC X(4).
       01 C PIC X(4).
       01 E PIC X(4).
       PROCEDURE DIVISION.
           UNSTRING S DELIMITED BY ALL SPACES OR D INTO A B C E
           DISPLAY "[" A "][" B "][" C "][" E "]".
           STOP RUN.
