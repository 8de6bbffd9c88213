       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Doc             PIC X(60).
       01 Rec.
          03 A            PIC X(3) VALUE "old".
          03 N            PIC 9(3) VALUE 5.
          03 T            PIC 9 OCCURS 2 VALUE 7.
       PROCEDURE DIVISION.
           MOVE '{"rec":{"a":"x"}}' TO Doc PERFORM Parse-It
           MOVE '{"rec":{"a":"x","n":1,"t":[1,2],"z":0}}' TO Doc
           PERFORM Parse-It
           MOVE '{"rec":{"a":"x","a":"x","n":1,"t":[4]}}' TO Doc
           PERFORM Parse-It
           MOVE '{"rec":{"a":null,"n":1,"t":[null,2,3]}}' TO Doc
           PERFORM Parse-It
           MOVE '{"rec":{"a":"long","n":12345,"t":[1,2]}}' TO Doc
           PERFORM Parse-It
           MOVE '{"rec":{"n":1e99999999,"t":[0.5,1E0]}}' TO Doc
           PERFORM Parse-It
           GOBACK.
       Parse-It.
           JSON PARSE Doc INTO Rec
           DISPLAY JSON-STATUS " " Rec.
