       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Rec.
          03 A            PIC X(3) VALUE SPACES.
          03 N            PIC 9(3) VALUE ZERO.
          03 M            PIC S9(3) COMP-3 VALUE ZERO.
          03 Grp.
             05 B         PIC X(3) VALUE LOW-VALUES.
             05 C         PIC X(3) VALUE HIGH-VALUES.
       01 Doc             PIC X(200).
       PROCEDURE DIVISION.
           XML GENERATE Doc FROM Rec SUPPRESS WHEN ZERO OR SPACE
               OR LOW-VALUE OR HIGH-VALUES
           DISPLAY Doc
           XML GENERATE Doc FROM Rec SUPPRESS B WHEN LOW-VALUES
               C WHEN SPACE OR HIGH-VALUE EVERY NUMERIC WHEN ZERO
           DISPLAY Doc
           XML GENERATE Doc FROM Rec ATTRIBUTES SUPPRESS
               Grp EVERY NONNUMERIC ATTRIBUTE WHEN SPACE
           DISPLAY Doc
           XML GENERATE Doc FROM Rec SUPPRESS Grp A WHEN SPACE
               A WHEN ZERO
           DISPLAY Doc
           GOBACK.
