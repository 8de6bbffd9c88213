       IDENTIFICATION DIVISION.
       PROGRAM-ID. USE-CASE.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT F ASSIGN "NOTHERE".
       DATA DIVISION.
       FILE SECTION.
       FD F.
       01 R PIC X(5).
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       DECLARATIVES.
       F-ERROR SECTION.
           USE AFTER EXCEPTION PROCEDURE F.
       F-PARA.
           ADD 1 TO N
           PERFORM F-SHOW.
       F-SHOW.
           DISPLAY "ERROR " N.
       END DECLARATIVES.
       M.
           OPEN INPUT F
           DISPLAY "GOES ON"
           OPEN INPUT F
           DISPLAY "N " N
           STOP RUN.
