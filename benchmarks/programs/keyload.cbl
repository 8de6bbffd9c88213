       IDENTIFICATION DIVISION.
       PROGRAM-ID. KEYLOAD.
      *  Loads an indexed file from 100-byte records.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT IN-FILE ASSIGN TO "RECORDS".
           SELECT KEYED-FILE ASSIGN TO "KEYED"
               ORGANIZATION IS INDEXED
               ACCESS MODE IS DYNAMIC
               RECORD KEY IS KEYED-KEY.
       DATA DIVISION.
       FILE SECTION.
       FD  IN-FILE.
       01  IN-REC                  PIC X(100).
       FD  KEYED-FILE.
       01  KEYED-REC.
           05 KEYED-KEY            PIC 9(10).
           05 KEYED-RANK           PIC 9(10).
           05 KEYED-TEXT           PIC X(80).
       WORKING-STORAGE SECTION.
       01  WS-EOF                  PIC X VALUE "N".
           88 END-OF-FILE          VALUE "Y".
       PROCEDURE DIVISION.
       MAIN-LINE.
           OPEN INPUT IN-FILE OUTPUT KEYED-FILE
           PERFORM UNTIL END-OF-FILE
               READ IN-FILE
                   AT END SET END-OF-FILE TO TRUE
                   NOT AT END WRITE KEYED-REC FROM IN-REC
               END-READ
           END-PERFORM
           CLOSE IN-FILE KEYED-FILE
           STOP RUN.
