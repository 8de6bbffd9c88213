       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Rec.
          03 B.
             05 B1        PIC X(3) VALUE "abc".
             05 B2        PIC 9(3) VALUE 7.
          03 D REDEFINES B.
             05 E         PIC X(6).
          03 FILLER.
             05 F         PIC X(3) VALUE "f".
       66 H RENAMES B1 THRU B2.
       01 Doc             PIC X(100).
       PROCEDURE DIVISION.
           XML GENERATE Doc FROM Rec
           DISPLAY Doc
           XML GENERATE Doc FROM D
           DISPLAY Doc
           GOBACK.
