       IDENTIFICATION DIVISION.
       PROGRAM-ID. SEQREAD.
      *  Reads 100-byte records and adds up a field of each.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT IN-FILE ASSIGN TO "RECORDS".
       DATA DIVISION.
       FILE SECTION.
       FD  IN-FILE.
       01  IN-REC.
           05 IN-KEY               PIC 9(10).
           05 IN-RANK              PIC 9(10).
           05 IN-TEXT              PIC X(80).
       WORKING-STORAGE SECTION.
       01  WS-TOTAL                PIC 9(15) VALUE 0.
       01  WS-COUNT                PIC 9(9) VALUE 0.
       01  WS-EOF                  PIC X VALUE "N".
           88 END-OF-FILE          VALUE "Y".
       PROCEDURE DIVISION.
       MAIN-LINE.
           OPEN INPUT IN-FILE
           PERFORM UNTIL END-OF-FILE
               READ IN-FILE
                   AT END SET END-OF-FILE TO TRUE
                   NOT AT END
                       ADD 1 TO WS-COUNT
                       ADD IN-RANK TO WS-TOTAL
               END-READ
           END-PERFORM
           CLOSE IN-FILE
           DISPLAY WS-COUNT " " WS-TOTAL
           STOP RUN.
