       IDENTIFICATION DIVISION.
       PROGRAM-ID. KEYREAD.
      *  Reads an indexed file of KEYLOAD by keys in no order.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT KEYED-FILE ASSIGN TO "KEYED"
               ORGANIZATION IS INDEXED
               ACCESS MODE IS RANDOM
               RECORD KEY IS KEYED-KEY.
       DATA DIVISION.
       FILE SECTION.
       FD  KEYED-FILE.
       01  KEYED-REC.
           05 KEYED-KEY            PIC 9(10).
           05 KEYED-RANK           PIC 9(10).
           05 KEYED-TEXT           PIC X(80).
       WORKING-STORAGE SECTION.
       01  WS-LIMIT                PIC 9(9) COMP-5.
       01  WS-COUNT                PIC 9(9) COMP-5.
       01  WS-NEXT                 PIC 9(9) COMP-5 VALUE 4711.
       01  WS-TOTAL                PIC 9(15) VALUE 0.
       01  WS-MISSED               PIC 9(9) VALUE 0.
       PROCEDURE DIVISION.
       MAIN-LINE.
           ACCEPT WS-LIMIT
           OPEN INPUT KEYED-FILE
           PERFORM VARYING WS-COUNT FROM 1 BY 1
                   UNTIL WS-COUNT > WS-LIMIT
               COMPUTE WS-NEXT =
                   FUNCTION MOD(WS-NEXT * 1103 + 12345, 1000003)
               MOVE WS-NEXT TO KEYED-KEY
               READ KEYED-FILE
                   INVALID KEY ADD 1 TO WS-MISSED
                   NOT INVALID KEY ADD KEYED-RANK TO WS-TOTAL
               END-READ
           END-PERFORM
           CLOSE KEYED-FILE
           DISPLAY WS-TOTAL " " WS-MISSED
           STOP RUN.
