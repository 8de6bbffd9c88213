       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Rec.
          03 A            PIC X(3) VALUE X"610062".
          03 B            PIC X(3) VALUE X"0D0961".
          03 P            PIC 9(3) COMP-3 VALUE 12.
       01 Doc             PIC X(200).
       PROCEDURE DIVISION.
           XML GENERATE Doc FROM Rec
               NOT ON EXCEPTION DISPLAY "WRITTEN" END-XML
           DISPLAY Doc XML-CODE
           XML GENERATE Doc FROM Rec WITH ATTRIBUTES
           DISPLAY Doc XML-CODE
           GOBACK.
