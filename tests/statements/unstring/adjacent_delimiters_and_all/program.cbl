       IDENTIFICATION DIVISION.
       PROGRAM-ID. UNSTRING-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 S PIC X(12) VALUE "A**B*C".
       01 A PIC X(3).
       01 B PIC X(3).
       01 C PIC X(3).
       PROCEDURE DIVISION.
           MOVE "---" TO A B C
           UNSTRING S DELIMITED BY "*" INTO A B C
           DISPLAY "[" A "][" B "][" C "]"
           MOVE "---" TO A B C
           UNSTRING S DELIMITED BY ALL "*" INTO A B C
           DISPLAY "[" A "][" B "][" C "]".
           STOP RUN.
