       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 I PIC 99 VALUE 9.
       01 J PIC 99 VALUE 9.
       01 K PIC 99 VALUE 9.
       01 S PIC 99 VALUE 1.
       PROCEDURE DIVISION.
       P1.
           PERFORM VARYING I FROM 1 BY 1 UNTIL I > 2
              AFTER J FROM I BY 1 UNTIL J > 3
              AFTER K FROM J BY 1 UNTIL K > 3
              DISPLAY I J K " " WITH NO ADVANCING
           END-PERFORM.
           DISPLAY I J K.
           PERFORM P2 VARYING I FROM 1 BY S UNTIL I > 4
              AFTER J FROM I BY S UNTIL J > 4.
           DISPLAY I J.
           PERFORM VARYING I FROM 5 BY 1 UNTIL I > 2
              AFTER J FROM I BY 1 UNTIL J > 3
              DISPLAY "NEVER"
           END-PERFORM.
           DISPLAY I J.
           STOP RUN.
       P2. DISPLAY I J " " WITH NO ADVANCING. ADD 1 TO S.
           IF S > 3 MOVE 1 TO S.
