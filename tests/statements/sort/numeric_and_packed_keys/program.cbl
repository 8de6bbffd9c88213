       IDENTIFICATION DIVISION.
       PROGRAM-ID. SORT-CASE.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT S ASSIGN "S".
       DATA DIVISION.
       FILE SECTION.
       SD S.
       01 R.
          05 P PIC S9(3) COMP-3.
          05 B PIC S9(4) COMP.
       WORKING-STORAGE SECTION.
       01 I PIC S9.
       01 E PIC X VALUE "N".
       PROCEDURE DIVISION.
           SORT S DESCENDING KEY P ASCENDING KEY B
               INPUT PROCEDURE IN-PART OUTPUT PROCEDURE OUT-PART
           STOP RUN.
       IN-PART.
               PERFORM VARYING I FROM -2 BY 1 UNTIL I > 2
                   COMPUTE P = I * I - 2 COMPUTE B = 0 - I RELEASE R
               END-PERFORM.
       OUT-PART.
               PERFORM UNTIL E = "Y"
                   RETURN S AT END MOVE "Y" TO E
                       NOT AT END DISPLAY P " " B END-RETURN
               END-PERFORM.
