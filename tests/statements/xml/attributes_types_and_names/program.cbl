       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Rec.
          03 A            PIC X(3) VALUE "a".
          03 N            PIC 9(3) VALUE 7.
          03 Q            PIC X(4) VALUE 'x"y'.
          03 Grp.
             05 B         PIC X(3) VALUE "b".
             05 C         PIC X(3) VALUE "c".
       01 Doc             PIC X(200).
       PROCEDURE DIVISION.
           XML GENERATE Doc FROM Rec WITH ATTRIBUTES
           DISPLAY Doc
           XML GENERATE Doc FROM Rec ATTRIBUTES
               NAME OF A IS "alpha" Grp IS "the-group", C "gamma"
               TYPE OF A IS ELEMENT, B IS CONTENT, C IS ATTRIBUTE
           DISPLAY Doc
           XML GENERATE Doc FROM Grp TYPE B CONTENT C CONTENT
           DISPLAY Doc
           GOBACK.
