       IDENTIFICATION DIVISION.
       PROGRAM-ID. CALLER.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 CMD PIC X(40) VALUE "echo from an item; exit 3".
       PROCEDURE DIVISION.
           CALL "SYSTEM" USING "echo from a literal"
           DISPLAY RETURN-CODE
           CALL "SYSTEM" USING CMD
           DISPLAY RETURN-CODE
           CALL "SYSTEM" USING "false"
           DISPLAY RETURN-CODE
           MOVE 0 TO RETURN-CODE
           STOP RUN.
