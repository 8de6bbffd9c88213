       IDENTIFICATION DIVISION.
       PROGRAM-ID. ADD-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 A PIC 9(3).
       01 B PIC 9(3) VALUE 5.
       PROCEDURE DIVISION.
           MOVE SPACES TO G
           ADD A TO B
           DISPLAY B
           ADD 1 TO A
           DISPLAY A.
           STOP RUN.
