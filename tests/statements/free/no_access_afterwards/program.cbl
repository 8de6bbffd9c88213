       IDENTIFICATION DIVISION.
       PROGRAM-ID. MAIN.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N BASED.
         05 V PIC X(4).
       PROCEDURE DIVISION.
           ALLOCATE N.
           MOVE "here" TO V.
           DISPLAY V.
           FREE N.
           DISPLAY V.
           DISPLAY "not reached".
           STOP RUN.
