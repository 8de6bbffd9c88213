       IDENTIFICATION DIVISION.
       PROGRAM-ID. INSIDE.
       PROCEDURE DIVISION.
           CALL "SUBX" DISPLAY "--" CALL "SUBY" DISPLAY "--"
           CALL "SUBZ" DISPLAY "--" CALL "SUBW" STOP RUN.
       END PROGRAM INSIDE.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. SUBX.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9 VALUE 0.
       PROCEDURE DIVISION.
       P1.
           DISPLAY "X" IF N = 0
               DISPLAY "IF" ENTRY "SUBY" DISPLAY "Y" ADD 1 TO N
           ELSE
               DISPLAY "ELSE"
           END-IF
           DISPLAY "AFTER" N
           PERFORM UNTIL N > 3
               ADD 1 TO N DISPLAY "LOOP" N
               IF N > 0 ENTRY "SUBZ" DISPLAY "Z" N END-IF
           END-PERFORM.
           EVALUATE N
               WHEN 4 DISPLAY "FOUR" ENTRY "SUBW" DISPLAY "W"
               WHEN OTHER DISPLAY "OTHER"
           END-EVALUATE.
       P2.
           DISPLAY "P2". GOBACK.
