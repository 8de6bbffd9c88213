       IDENTIFICATION DIVISION.
       PROGRAM-ID. ACCEPT-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 X PIC X(4).
       01 N PIC 9(3) VALUE 7.
       PROCEDURE DIVISION.
           ACCEPT X DISPLAY "[" X "]"
           ACCEPT X DISPLAY "[" X "]"
           ACCEPT N DISPLAY "[" N "]".
           STOP RUN.
