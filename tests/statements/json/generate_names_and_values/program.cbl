       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Order-Rec.
          03 Order-Id     PIC 9(5) VALUE 42.
          03 Amount       PIC S9(5)V99 COMP-3 VALUE -12.5.
          03 Rate         PIC V999 VALUE .125.
          03 Big-Number   PIC 9(25) VALUE 1234567890123456789012345.
          03 Name-Text    PIC X(12) VALUE 'A "B" \/'.
          03 Edited       PIC ZZ9.99 VALUE "  1.50".
          03 FILLER       PIC X(3) VALUE "xxx".
          03 Unset        PIC X(4) VALUE SPACES.
          03 Control-Text PIC X(3) VALUE X"09610A".
          03 Grp.
             05 In-Group  PIC 9 COMP-5 VALUE 7.
       01 Doc             PIC X(300).
       01 Total           PIC 9(5) VALUE 0.
       PROCEDURE DIVISION.
           JSON GENERATE Doc FROM Order-Rec COUNT IN Total
           DISPLAY Doc
           DISPLAY Total " " JSON-CODE
           JSON GENERATE Doc FROM Rate
           DISPLAY Doc
           GOBACK.
