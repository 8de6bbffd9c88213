       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Doc             PIC X(80).
       PROCEDURE DIVISION.
           MOVE "<a>Hello</aa>" TO Doc PERFORM Parse-It
           MOVE "<a><b></a>" TO Doc PERFORM Parse-It
           MOVE "<a x='1' x='2'/>" TO Doc PERFORM Parse-It
           MOVE "<a>&nope;</a>" TO Doc PERFORM Parse-It
           MOVE "<p:a/>" TO Doc PERFORM Parse-It
           MOVE "<a/><b/>" TO Doc PERFORM Parse-It
           MOVE "no markup" TO Doc PERFORM Parse-It
           MOVE SPACES TO Doc PERFORM Parse-It
           MOVE ALL "<a>" TO Doc PERFORM Parse-It
           GOBACK.
       Parse-It.
           XML PARSE Doc PROCESSING PROCEDURE On-Event ON EXCEPTION
               DISPLAY FUNCTION TRIM(Doc) XML-CODE END-XML.
       On-Event.
           IF XML-EVENT = "EXCEPTION" DISPLAY "(" XML-TEXT ")" XML-CODE.
