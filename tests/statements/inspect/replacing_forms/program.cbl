       IDENTIFICATION DIVISION.
       PROGRAM-ID. INSPECT-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 S PIC X(10).
       PROCEDURE DIVISION.
           MOVE "00100200" TO S
           INSPECT S REPLACING LEADING "0" BY " " DISPLAY "[" S "]"
           MOVE "00100200" TO S
           INSPECT S REPLACING FIRST "0" BY "x" ALL "0" BY "y"
           DISPLAY "[" S "]"
           MOVE "AB.CD.EF" TO S
           INSPECT S REPLACING CHARACTERS BY "#" AFTER INITIAL "."
           DISPLAY "[" S "]"
           INSPECT S REPLACING TRAILING "#" BY "!"
           DISPLAY "[" S "]".
           STOP RUN.
