       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Doc             PIC X(90) VALUE
          '<p:a xmlns:p="urn:p" xmlns="urn:d" p:k="v" l="w"><b/></p:a>'.
       PROCEDURE DIVISION.
           XML PARSE Doc PROCESSING PROCEDURE Show-Name THRU Show-Space.
           DISPLAY XML-CODE
           GOBACK.
       Show-Name.
           DISPLAY XML-EVENT(1:21) XML-TEXT NO ADVANCING.
       Show-Space.
           DISPLAY " " XML-NAMESPACE-PREFIX " " XML-NAMESPACE.
