       IDENTIFICATION DIVISION.
       PROGRAM-ID. ELSEALON.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC X VALUE "A".
       PROCEDURE DIVISION.
           IF A = "X" ELSE DISPLAY "NOT X" END-IF
           IF A = "A" THEN ELSE DISPLAY "NOT A" END-IF
           IF A = "X"
           ELSE
              IF A = "Y" DISPLAY "Y" ELSE DISPLAY "Z".
           STOP RUN.
