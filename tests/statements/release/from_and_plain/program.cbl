       IDENTIFICATION DIVISION.
       PROGRAM-ID. RELEASE-CASE.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT S ASSIGN "S".
       DATA DIVISION.
       FILE SECTION.
       SD S.
       01 R.
          05 K PIC X(2).
          05 V PIC X(3).
       WORKING-STORAGE SECTION.
       01 A PIC X(4) VALUE "02ab".
       01 E PIC X VALUE "N".
       PROCEDURE DIVISION.
           SORT S ASCENDING KEY K
               INPUT PROCEDURE IN-PART OUTPUT PROCEDURE OUT-PART
           DISPLAY A STOP RUN.
       IN-PART.
               RELEASE R FROM A
               MOVE "01xyz" TO R RELEASE R.
       OUT-PART.
               PERFORM UNTIL E = "Y"
                   RETURN S AT END MOVE "Y" TO E
                       NOT AT END DISPLAY "[" R "]" END-RETURN
               END-PERFORM.
