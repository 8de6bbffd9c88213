       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Doc             PIC X(200) VALUE
          '{"rec":{"AMOUNT":-12.345,"name":"A \u00e9 Z","id":"7","x":'.
       01 Rest            PIC X(60) VALUE
          '{},"grp":[{"q":[1,2]},{"q":[3],"t":"x"}],"flag":true}}'.
       01 Rec.
          03 Id           PIC 9(5).
          03 Name-Text    PIC X(9).
          03 Amount       PIC S9(5)V99 COMP-3.
          03 Flag         PIC X.
             88 Flag-On   VALUE "Y" FALSE "N".
          03 Grp OCCURS 2.
             05 Q         PIC 9 OCCURS 2.
             05 T         PIC X.
       PROCEDURE DIVISION.
           MOVE Rest TO Doc(59:)
           JSON PARSE Doc INTO Rec NAME OF Name-Text IS "name"
               CONVERTING Flag FROM JSON BOOLEAN USING Flag-On
               NOT ON EXCEPTION DISPLAY "STATUS " JSON-STATUS
           END-JSON
           DISPLAY Id "|" Name-Text "|" Amount "|" Flag
           DISPLAY Q(1 1) Q(1 2) Q(2 1) T(2) JSON-CODE
           GOBACK.
