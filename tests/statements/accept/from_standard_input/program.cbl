       IDENTIFICATION DIVISION.
       PROGRAM-ID. ACCEPT-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 X PIC X(6).
       01 N PIC 9(4).
       PROCEDURE DIVISION.
           ACCEPT X DISPLAY "[" X "]"
           ACCEPT N DISPLAY "[" N "]"
           ACCEPT X DISPLAY "[" X "]".
           STOP RUN.
