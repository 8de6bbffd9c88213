       IDENTIFICATION DIVISION.
       PROGRAM-ID. INTEREST.
      *  Reads 60-byte account records, computes interest by a three-way
      *  rule and writes an edited report line for each.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT ACCOUNTS ASSIGN TO "ACCOUNTS".
           SELECT REPORT-FILE ASSIGN TO "REPORTF"
               ORGANIZATION IS LINE SEQUENTIAL.
       DATA DIVISION.
       FILE SECTION.
       FD  ACCOUNTS.
       01  ACCT-REC.
           05 AC-ID                PIC 9(10).
           05 AC-NAME              PIC X(25).
           05 AC-CLASS             PIC X.
              88 PREFERRED         VALUE "A" "B".
           05 AC-RATE              PIC 9(3)V99.
           05 AC-BAL               PIC S9(7)V99 COMP-3.
           05 FILLER               PIC X(14).
       FD  REPORT-FILE.
       01  REPORT-LINE.
           05 R-ID                 PIC 9(10).
           05 FILLER               PIC X(2).
           05 R-NAME               PIC X(25).
           05 FILLER               PIC X(2).
           05 R-BALANCE            PIC Z,ZZZ,ZZ9.99-.
           05 FILLER               PIC X(2).
           05 R-INTEREST           PIC ZZZ,ZZ9.99-.
       WORKING-STORAGE SECTION.
       01  WS-EOF                  PIC X VALUE "N".
           88 END-OF-FILE          VALUE "Y".
       01  WS-INT                  PIC S9(7)V99 COMP-3.
       01  WS-COUNT                PIC 9(7) VALUE 0.
       01  WS-TOTAL                PIC S9(11)V99 COMP-3 VALUE 0.
       PROCEDURE DIVISION.
       MAIN-LINE.
           OPEN INPUT ACCOUNTS OUTPUT REPORT-FILE
           PERFORM READ-ACCOUNT
           PERFORM UNTIL END-OF-FILE
               PERFORM PROCESS-ACCOUNT
               PERFORM READ-ACCOUNT
           END-PERFORM
           CLOSE ACCOUNTS REPORT-FILE
           DISPLAY "COUNT " WS-COUNT " INTEREST " WS-TOTAL
           STOP RUN.
       READ-ACCOUNT.
           READ ACCOUNTS AT END SET END-OF-FILE TO TRUE END-READ.
       PROCESS-ACCOUNT.
           ADD 1 TO WS-COUNT
           IF AC-BAL < 0
               COMPUTE WS-INT ROUNDED = AC-BAL * 29.99 / 1200
           ELSE
               IF PREFERRED
                   COMPUTE WS-INT ROUNDED =
                       AC-BAL * (AC-RATE + 0.25) / 1200
               ELSE
                   COMPUTE WS-INT ROUNDED = AC-BAL * AC-RATE / 1200
               END-IF
           END-IF
           ADD WS-INT TO WS-TOTAL
           MOVE SPACES TO REPORT-LINE
           MOVE AC-ID TO R-ID
           MOVE AC-NAME TO R-NAME
           MOVE AC-BAL TO R-BALANCE
           MOVE WS-INT TO R-INTEREST
           WRITE REPORT-LINE.
