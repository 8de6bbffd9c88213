       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Rec.
          03 N            PIC 9(3) VALUE 7.
          03 XmlA         PIC X(3) VALUE "a'b".
          03 FILLER.
             05 F         PIC X(3) VALUE "f".
          03 Cnt          PIC 9 COMP-5 VALUE 2.
          03 Grp OCCURS 1 TO 3 DEPENDING ON Cnt.
             05 T         PIC X OCCURS 2 VALUE "t".
             05 U         PIC X VALUE "u".
       01 Doc             PIC X(160) VALUE ALL "*".
       01 Total           PIC 9(5) VALUE 9.
       PROCEDURE DIVISION.
           XML GENERATE Doc FROM Rec COUNT IN Total
               WITH ENCODING 1208 XML-DECLARATION ATTRIBUTES
           DISPLAY Doc
           DISPLAY Total
           XML GENERATE Doc FROM Grp(2) SUPPRESS WHEN ZERO
               EVERY ELEMENT WHEN SPACE
           DISPLAY Doc(1:48)
           XML GENERATE Doc(1:5) FROM XmlA
               ON EXCEPTION DISPLAY "SHORT " XML-CODE
               NOT ON EXCEPTION DISPLAY "LONG ENOUGH".
           DISPLAY Doc(1:8)
           GOBACK.
