       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Rec.
          03 A            PIC X(3) VALUE "abc".
       01 Doc             PIC X(8).
       01 Total           PIC 9(5) VALUE 0.
       PROCEDURE DIVISION.
           XML GENERATE Doc FROM Rec COUNT IN Total
               NOT ON EXCEPTION
                   CONTINUE
               ON EXCEPTION
                   DISPLAY "EXCEPTION " XML-CODE
           END-XML
           DISPLAY Doc "|" Total
           XML GENERATE Doc FROM A
               NOT EXCEPTION DISPLAY "FITS" END-DISPLAY END-XML
           DISPLAY Doc "|" XML-CODE
           GOBACK.
