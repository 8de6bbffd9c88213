       IDENTIFICATION DIVISION.
       PROGRAM-ID. PERFORM-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 I PIC 99.
       01 J PIC 99.
       01 K PIC 99.
       PROCEDURE DIVISION.
           PERFORM WITH TEST AFTER VARYING I FROM 1 BY 1 UNTIL I > 2
              AFTER J FROM I BY 1 UNTIL J > 2
              AFTER K FROM J BY 1 UNTIL K > 1
              DISPLAY I J K
           END-PERFORM
           DISPLAY I J K
           PERFORM WITH TEST AFTER VARYING I FROM 1 BY 1 UNTIL I > 2
              AFTER J FROM I BY 1 UNTIL J > 2
              DISPLAY I J
              IF J = 2 EXIT PERFORM CYCLE END-IF
              IF I = 2 EXIT PERFORM END-IF
              DISPLAY "-"
           END-PERFORM
           DISPLAY I J
           STOP RUN.
