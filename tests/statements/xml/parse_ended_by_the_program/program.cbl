       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Doc             PIC X(40) VALUE '<a><b>1</b><c>2</c></a>'.
       PROCEDURE DIVISION.
           XML PARSE Doc PROCESSING PROCEDURE On-Event
               ON EXCEPTION
                   DISPLAY "ENDED " XML-CODE
               NOT ON EXCEPTION
                   DISPLAY "WHOLE"
           END-XML
           GOBACK.
       On-Event.
           IF XML-EVENT = "CONTENT-CHARACTERS"
               DISPLAY XML-TEXT LENGTH OF XML-TEXT
               MOVE -1 TO XML-CODE.
