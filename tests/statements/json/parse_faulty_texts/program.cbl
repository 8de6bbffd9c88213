       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Doc             PIC X(600).
       01 Rec.
          03 A            PIC X(3) VALUE "old".
          03 N            PIC 9(3) VALUE 5.
       PROCEDURE DIVISION.
           MOVE SPACES TO Doc PERFORM Parse-It
           MOVE '{"rec":{"a":}}' TO Doc PERFORM Parse-It
           MOVE '{"rec":{"n":NaN}}' TO Doc PERFORM Parse-It
           MOVE '{"rec":{"n":1}} x' TO Doc PERFORM Parse-It
           MOVE '{"rec":{"n":1,"n":2}}' TO Doc PERFORM Parse-It
           MOVE '{"rec":{"n":"x"}}' TO Doc PERFORM Parse-It
           MOVE '{"rec":{"a":[1]}}' TO Doc PERFORM Parse-It
           MOVE '{"rec":{"a":true}}' TO Doc PERFORM Parse-It
           MOVE '{"other":{"a":1}}' TO Doc PERFORM Parse-It
           MOVE '7' TO Doc PERFORM Parse-It
           MOVE ALL '{"rec":[' TO Doc PERFORM Parse-It
           GOBACK.
       Parse-It.
           JSON PARSE Doc INTO Rec ON EXCEPTION
               DISPLAY JSON-CODE " " Rec " " FUNCTION TRIM(Doc(1:22)).
