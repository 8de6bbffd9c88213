       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Rec.
          03 A            PIC X(3) VALUE "a".
       01 Doc             PIC X(100) VALUE "OLD".
       01 Uri             PIC X(30) VALUE "http://a.b/c?d&e".
       01 Prefix          PIC X(4) VALUE "p".
       PROCEDURE DIVISION.
           XML GENERATE Doc FROM Rec NAMESPACE IS Uri
           DISPLAY Doc
           XML GENERATE Doc FROM Rec NAMESPACE Uri
               NAMESPACE-PREFIX IS Prefix
           DISPLAY Doc
           MOVE "1x" TO Prefix
           XML GENERATE Doc FROM Rec
               NAMESPACE Uri NAMESPACE-PREFIX Prefix
           DISPLAY Doc XML-CODE
           MOVE "no uri" TO Uri
           XML GENERATE Doc FROM Rec NAMESPACE Uri
               ON EXCEPTION DISPLAY "EXCEPTION " XML-CODE END-XML
           MOVE SPACES TO Uri Prefix
           XML GENERATE Doc FROM Rec
               NAMESPACE Uri NAMESPACE-PREFIX Prefix
           DISPLAY Doc XML-CODE
           GOBACK.
