       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Rec.
          03 A            PIC X(3) VALUE "a".
          03 B            PIC X(3) VALUE SPACES.
          03 Grp.
             05 C         PIC 9(3) VALUE 0.
       01 Doc             PIC X(60).
       01 Tiny            PIC X(6).
       01 Total           PIC 9(5) VALUE 0.
       PROCEDURE DIVISION.
           JSON GENERATE Doc FROM Rec
               NAME OF A IS "alpha", Rec IS OMITTED
               SUPPRESS B
           DISPLAY Doc
           JSON GENERATE Doc FROM Rec SUPPRESS C
           DISPLAY Doc
           JSON GENERATE Doc FROM Rec
               SUPPRESS WHEN ZERO OR SPACES
           DISPLAY Doc
           JSON GENERATE Tiny FROM Rec COUNT IN Total
               ON EXCEPTION DISPLAY "EXCEPTION " JSON-CODE END-DISPLAY
               NOT ON EXCEPTION DISPLAY "FITS" END-JSON
           DISPLAY Tiny "|" Total
           GOBACK.
