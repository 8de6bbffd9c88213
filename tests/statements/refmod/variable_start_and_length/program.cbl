       IDENTIFICATION DIVISION.
       PROGRAM-ID. REFMOD-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 S PIC X(10) VALUE "ABCDEFGHIJ".
       01 I PIC 99 VALUE 3.
       PROCEDURE DIVISION.
           DISPLAY S (I:2) " " S (I * 2 - 1:I) " " S (I + 5:)
           DISPLAY S (1:1)
           MOVE "xyz" TO S (I:2) DISPLAY S
           MOVE SPACES TO S (8:) DISPLAY "[" S "]".
           STOP RUN.
