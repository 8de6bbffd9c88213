       IDENTIFICATION DIVISION.
       PROGRAM-ID. SET-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC X(3) VALUE "???".
          88 A-ON VALUE "YES" "ON" FALSE "NO".
       01 N PIC 99.
          88 N-LOW VALUE 5 THRU 9.
       01 G.
          88 G-MARK VALUE "mark".
          05 X PIC X(6).
       PROCEDURE DIVISION.
           SET A-ON TO TRUE DISPLAY A
           SET A-ON TO FALSE DISPLAY "[" A "]"
           SET N-LOW TO TRUE DISPLAY N
           SET G-MARK TO TRUE DISPLAY "[" X "]"
           SET A-ON N-LOW TO TRUE DISPLAY A N.
           STOP RUN.
