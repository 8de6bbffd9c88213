       IDENTIFICATION DIVISION.
       PROGRAM-ID. CONDITIONS-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 C PIC X(2) VALUE "BK".
          88 C-FIRST VALUE "AA" THRU "AZ" "BA" THRU "BZ".
          88 C-BLANK VALUE SPACES.
       01 N PIC S9(3) VALUE -4.
          88 N-ODD VALUES 1 3 5 -9 THRU -1.
       01 G.
          88 G-ALL VALUE "112".
          05 T PIC 9 OCCURS 3.
             88 T-ONE VALUE 1.
       PROCEDURE DIVISION.
           MOVE "112" TO G
           IF C-FIRST DISPLAY "1".
           IF N-ODD DISPLAY "2".
           IF G-ALL DISPLAY "3".
           IF T-ONE (2) AND NOT T-ONE (3) DISPLAY "4".
           IF NOT C-BLANK DISPLAY "5".
           STOP RUN.
