       IDENTIFICATION DIVISION.
       PROGRAM-ID. TABLES-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 A OCCURS 2.
             10 B OCCURS 3.
                15 C PIC 99 OCCURS 2.
       01 I PIC 9.
       01 J PIC 9.
       01 K PIC 9.
       PROCEDURE DIVISION.
           PERFORM FILL VARYING I FROM 1 BY 1 UNTIL I > 2
               AFTER J FROM 1 BY 1 UNTIL J > 3
               AFTER K FROM 1 BY 1 UNTIL K > 2
           DISPLAY G
           DISPLAY B (2 1) "/" A (1)
           STOP RUN.
       FILL.
           COMPUTE C (I J K) = I * 10 + J * 2 + K.
