       IDENTIFICATION DIVISION.
       PROGRAM-ID. SORTING.
      *  Sorts 100-byte records from one file to another.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT IN-FILE ASSIGN TO "RECORDS".
           SELECT OUT-FILE ASSIGN TO "SORTED".
           SELECT WORK-FILE ASSIGN TO "WORK".
       DATA DIVISION.
       FILE SECTION.
       FD  IN-FILE.
       01  IN-REC                  PIC X(100).
       FD  OUT-FILE.
       01  OUT-REC                 PIC X(100).
       SD  WORK-FILE.
       01  WORK-REC.
           05 WORK-KEY             PIC 9(10).
           05 WORK-RANK            PIC 9(10).
           05 WORK-TEXT            PIC X(80).
       PROCEDURE DIVISION.
       MAIN-LINE.
           SORT WORK-FILE
               ON ASCENDING KEY WORK-RANK
               ON DESCENDING KEY WORK-KEY
               USING IN-FILE
               GIVING OUT-FILE
           STOP RUN.
