       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Rec.
          03 S            COMP-1 VALUE 100.
          03 D            COMP-2 VALUE -0.25.
       01 Doc             PIC X(100).
       PROCEDURE DIVISION.
           XML GENERATE Doc FROM Rec
           DISPLAY Doc
           GOBACK.
