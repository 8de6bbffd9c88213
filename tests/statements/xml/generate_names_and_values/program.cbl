       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Order-Rec.
          03 Order-Id     PIC 9(5) VALUE 42.
          03 Amount       PIC S9(5)V99 COMP-3 VALUE -12.5.
          03 Rate         PIC V999 VALUE .125.
          03 Thousands    PIC S9(3)P(3) VALUE 12000.
          03 Name-Text    PIC X(12) VALUE "A < B & 'C'".
          03 Right-Text   PIC X(6) JUST VALUE " ab".
          03 Edited       PIC ZZ9.99 VALUE "  1.50".
          03 FILLER       PIC X(3) VALUE "xxx".
          03 Unset        PIC X(4) VALUE SPACES.
          03 3D           PIC 9 COMP-5 VALUE 7.
       01 Doc             PIC X(400).
       01 Total           PIC 9(5) VALUE 0.
       PROCEDURE DIVISION.
           MOVE " ab" TO Right-Text
           XML GENERATE Doc FROM Order-Rec COUNT IN Total
           DISPLAY Doc
           DISPLAY Total " " XML-CODE
           XML GENERATE Doc FROM Rate WITH XML-DECLARATION
           DISPLAY Doc
           GOBACK.
