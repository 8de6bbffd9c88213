       IDENTIFICATION DIVISION.
       PROGRAM-ID. SEQWRITE.
      *  Writes 100-byte records to a sequential file.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT OUT-FILE ASSIGN TO "RECORDS".
       DATA DIVISION.
       FILE SECTION.
       FD  OUT-FILE.
       01  OUT-REC.
           05 OUT-KEY              PIC 9(10).
           05 OUT-RANK             PIC 9(10).
           05 OUT-TEXT             PIC X(80).
       WORKING-STORAGE SECTION.
       01  WS-LIMIT                PIC 9(9) COMP-5.
       01  WS-COUNT                PIC 9(9) COMP-5.
       01  WS-RANK                 PIC 9(9) COMP-5 VALUE 12345.
       PROCEDURE DIVISION.
       MAIN-LINE.
           ACCEPT WS-LIMIT
           OPEN OUTPUT OUT-FILE
           MOVE "A RECORD OF ONE HUNDRED BYTES" TO OUT-TEXT
           PERFORM VARYING WS-COUNT FROM 1 BY 1
                   UNTIL WS-COUNT > WS-LIMIT
               COMPUTE WS-RANK =
                   FUNCTION MOD(WS-RANK * 1103 + 12345, 1000003)
               MOVE WS-COUNT TO OUT-KEY
               MOVE WS-RANK TO OUT-RANK
               WRITE OUT-REC
           END-PERFORM
           CLOSE OUT-FILE
           STOP RUN.
