       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Rec.
          03 A            PIC X(3) VALUE "abc".
       01 Doc             PIC X(100).
       01 Total           PIC 9(5) VALUE 100.
       PROCEDURE DIVISION.
           XML GENERATE Doc FROM Rec COUNT IN Total
           XML GENERATE Doc FROM Rec COUNT Total
           DISPLAY Total
           GOBACK.
