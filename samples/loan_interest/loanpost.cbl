       IDENTIFICATION DIVISION.
       PROGRAM-ID.    LOANPOST.
      *****************************************************************
      *  LOAN POSTING AND INTEREST                                     *
      *                                                                *
      *  1. Applies the day's transactions to the account master:      *
      *     payments, advances, rate changes, openings, closings and   *
      *     requests for interest. Each leaves one audit record.       *
      *  2. Walks the master in order of branch and accrues interest   *
      *     on every open account since it was last posted.            *
      *                                                                *
      *  The file status of every operation is looked at; nothing is   *
      *  left to the default error handling.                           *
      *                                                                *
      *  Return code: 0 all applied, 4 some refused, 12 file trouble   *
      *****************************************************************
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT TRANSACTION-FILE ASSIGN TO "LOANTRAN"
               ORGANIZATION IS LINE SEQUENTIAL
               FILE STATUS  IS TRANSACTION-STATUS.
           SELECT ACCOUNT-FILE     ASSIGN TO "ACCOUNTS"
               ORGANIZATION IS INDEXED
               ACCESS MODE  IS DYNAMIC
               RECORD KEY   IS ACCT-NUMBER
               ALTERNATE RECORD KEY IS ACCT-BRANCH WITH DUPLICATES
               FILE STATUS  IS ACCOUNT-STATUS.
           SELECT AUDIT-FILE       ASSIGN TO "LOANAUD"
               ORGANIZATION IS SEQUENTIAL
               FILE STATUS  IS AUDIT-STATUS.

       DATA DIVISION.
       FILE SECTION.
       FD  TRANSACTION-FILE.
       COPY loantran.
       FD  ACCOUNT-FILE.
       COPY account.
       FD  AUDIT-FILE
           RECORD CONTAINS 60 CHARACTERS.
       COPY loanaud.

       WORKING-STORAGE SECTION.
       01  FILE-STATUSES.
           05  TRANSACTION-STATUS      PIC X(02).
               88  TRANSACTION-END     VALUE "10".
           05  ACCOUNT-STATUS          PIC X(02).
               88  ACCOUNT-OK          VALUE "00" "02".
               88  ACCOUNT-DUPLICATE   VALUE "22".
               88  ACCOUNT-MISSING     VALUE "23".
               88  ACCOUNT-END         VALUE "10".
           05  AUDIT-STATUS            PIC X(02).

       01  RUN-DATE                    PIC 9(08).
       01  TRANSACTION-STATE           PIC X(01).
           88  TRANSACTION-APPLIED     VALUE "A".
           88  TRANSACTION-REFUSED     VALUE "R".
       01  REFUSAL-REASON              PIC X(43).

       01  INTEREST-WORK.
           05  ACCRUAL-DAYS            PIC S9(05)       COMP.
           05  ACCRUED                 PIC S9(07)V9(04) COMP-3.
           05  YEAR-BASIS              PIC 9(03)        COMP.
           05  DATE-FROM               PIC 9(08).
           05  DATE-TO                 PIC 9(08).
           05  PRINCIPAL-BEFORE        PIC S9(09)V99    COMP-3.
           05  INTEREST-PART           PIC S9(07)V99    COMP-3.
           05  PRINCIPAL-PART          PIC S9(07)V99    COMP-3.

      *    Interest plans: letter, days in the year, minimum balance
      *    that bears interest.
       01  PLAN-VALUES.
           05  FILLER                  PIC X(11) VALUE "A3600000000".
           05  FILLER                  PIC X(11) VALUE "B3650000000".
           05  FILLER                  PIC X(11) VALUE "D3650050000".
       01  PLAN-TABLE REDEFINES PLAN-VALUES.
           05  PLAN-ENTRY              OCCURS 3 TIMES
                                       ASCENDING KEY IS PLAN-LETTER
                                       INDEXED BY PLAN-IX.
               10  PLAN-LETTER         PIC X(01).
               10  PLAN-BASIS          PIC 9(03).
               10  PLAN-MINIMUM        PIC 9(05)V99.

       01  COUNTERS                    COMP-3.
           05  SEQUENCE-NUMBER         PIC 9(06)  VALUE ZERO.
           05  APPLIED-COUNT           PIC 9(06)  VALUE ZERO.
           05  REFUSED-COUNT           PIC 9(06)  VALUE ZERO.
           05  ACCRUED-COUNT           PIC 9(06)  VALUE ZERO.
           05  ACCRUED-TOTAL           PIC S9(09)V9(04) VALUE ZERO.

       01  BRANCH-TOTALS.
           05  CURRENT-BRANCH          PIC X(03)  VALUE SPACES.
           05  BRANCH-PRINCIPAL        PIC S9(11)V99 COMP-3.
           05  BRANCH-INTEREST         PIC S9(09)V99 COMP-3.
           05  BRANCH-ACCOUNTS         PIC 9(05)     COMP-3.

       01  SHOW-AMOUNT                 PIC -(9)9.99.
       01  SHOW-INTEREST               PIC -(7)9.9(4).
       01  SHOW-PRINCIPAL              PIC Z(8)9.99-.
       01  SHOW-COUNT                  PIC ZZ,ZZ9.

       PROCEDURE DIVISION.
       POSTING SECTION.
       POST-DAY.
           PERFORM OPEN-FILES
           PERFORM READ-TRANSACTION
           PERFORM APPLY-TRANSACTION THRU APPLY-TRANSACTION-EXIT
               UNTIL TRANSACTION-END
           PERFORM ACCRUE-ALL
           PERFORM CLOSE-FILES
           MOVE APPLIED-COUNT TO SHOW-COUNT
           DISPLAY "APPLIED " SHOW-COUNT
           MOVE REFUSED-COUNT TO SHOW-COUNT
           DISPLAY "REFUSED " SHOW-COUNT
           MOVE ACCRUED-COUNT TO SHOW-COUNT
           MOVE ACCRUED-TOTAL TO SHOW-INTEREST
           DISPLAY "ACCRUED " SHOW-COUNT " TOTAL " SHOW-INTEREST
           IF REFUSED-COUNT > 0
               MOVE 4 TO RETURN-CODE
           END-IF
           STOP RUN.

       OPEN-FILES.
           ACCEPT RUN-DATE FROM DATE YYYYMMDD
           OPEN INPUT TRANSACTION-FILE
           IF TRANSACTION-STATUS NOT = "00"
               DISPLAY "LOANPOST: no transactions, status "
                   TRANSACTION-STATUS
               MOVE 12 TO RETURN-CODE
               STOP RUN
           END-IF
           OPEN I-O ACCOUNT-FILE
           IF NOT ACCOUNT-OK
               DISPLAY "LOANPOST: no account master, status "
                   ACCOUNT-STATUS
               MOVE 12 TO RETURN-CODE
               STOP RUN
           END-IF
           OPEN OUTPUT AUDIT-FILE
           MOVE SPACES TO AUDIT-RECORD
           SET AUD-IS-HEADER TO TRUE
           MOVE ZERO TO AUD-SEQUENCE
           STRING "LOAN POSTING OF " RUN-DATE DELIMITED BY SIZE
               INTO AUD-BODY
           PERFORM WRITE-AUDIT.

       READ-TRANSACTION.
           READ TRANSACTION-FILE
               AT END SET TRANSACTION-END TO TRUE
           END-READ.

      *----------------------------------------------------------------
      *  One transaction. A refusal jumps to the common exit, where the
      *  outcome is written to the audit trail.
      *----------------------------------------------------------------
       APPLY-TRANSACTION.
           ADD 1 TO SEQUENCE-NUMBER
           SET TRANSACTION-APPLIED TO TRUE
           MOVE "00" TO ACCOUNT-STATUS
           IF TRAN-OPENING
               PERFORM OPEN-ACCOUNT
               GO TO APPLY-TRANSACTION-AUDIT
           END-IF
           MOVE TRAN-ACCOUNT TO ACCT-NUMBER
           READ ACCOUNT-FILE
               INVALID KEY
                   MOVE "NO SUCH ACCOUNT" TO REFUSAL-REASON
                   SET TRANSACTION-REFUSED TO TRUE
                   GO TO APPLY-TRANSACTION-AUDIT
           END-READ
           MOVE ACCT-PRINCIPAL TO PRINCIPAL-BEFORE
           IF ACCT-CLOSED OR (ACCT-FROZEN AND NOT TRAN-PAYMENT)
               STRING "ACCOUNT IS " DELIMITED BY SIZE
                      ACCT-STATUS   DELIMITED BY SIZE
                      ", KIND "     DELIMITED BY SIZE
                      TRAN-KIND     DELIMITED BY SIZE
                   INTO REFUSAL-REASON
               SET TRANSACTION-REFUSED TO TRUE
               GO TO APPLY-TRANSACTION-AUDIT
           END-IF
           EVALUATE TRUE
               WHEN TRAN-PAYMENT     PERFORM TAKE-PAYMENT
               WHEN TRAN-ADVANCE     PERFORM GIVE-ADVANCE
               WHEN TRAN-RATE-CHANGE PERFORM CHANGE-RATE
               WHEN TRAN-INTEREST    PERFORM ACCRUE-TO-DATE
               WHEN TRAN-CLOSING     PERFORM CLOSE-ACCOUNT
               WHEN OTHER
                   MOVE "UNKNOWN KIND OF TRANSACTION"
                       TO REFUSAL-REASON
                   SET TRANSACTION-REFUSED TO TRUE
           END-EVALUATE
           IF TRANSACTION-APPLIED AND NOT TRAN-CLOSING
               ADD 1 TO ACCT-MOVEMENTS
               MOVE TRAN-DATE TO ACCT-LAST-POSTED
               REWRITE ACCOUNT-RECORD
                   INVALID KEY
                       MOVE "REWRITE FAILED" TO REFUSAL-REASON
                       SET TRANSACTION-REFUSED TO TRUE
               END-REWRITE
           END-IF.

       APPLY-TRANSACTION-AUDIT.
           MOVE SPACES TO AUDIT-RECORD
           MOVE SEQUENCE-NUMBER TO AUD-SEQUENCE
           MOVE TRAN-ACCOUNT TO AUD-ACCOUNT
           IF TRANSACTION-APPLIED
               ADD 1 TO APPLIED-COUNT
               SET AUD-IS-POSTING TO TRUE
               MOVE TRAN-KIND TO AUD-KIND
               MOVE TRAN-AMOUNT TO AUD-AMOUNT
               MOVE PRINCIPAL-BEFORE TO AUD-BEFORE
               MOVE ACCT-PRINCIPAL TO AUD-AFTER
           ELSE
               ADD 1 TO REFUSED-COUNT
               SET AUD-IS-REFUSAL TO TRUE
               MOVE ACCOUNT-STATUS TO AUD-FILE-STATUS
               MOVE REFUSAL-REASON TO AUD-REASON
               DISPLAY "REFUSED " SEQUENCE-NUMBER " "
                   TRAN-KIND " " TRAN-ACCOUNT " " REFUSAL-REASON
           END-IF
           PERFORM WRITE-AUDIT
           MOVE SPACES TO REFUSAL-REASON
           PERFORM READ-TRANSACTION.

       APPLY-TRANSACTION-EXIT.
           EXIT.

       OPEN-ACCOUNT.
           INITIALIZE ACCOUNT-RECORD
           MOVE ZERO TO PRINCIPAL-BEFORE
           MOVE TRAN-ACCOUNT TO ACCT-NUMBER
           MOVE TRAN-ACCOUNT (1:3) TO ACCT-BRANCH
           MOVE TRAN-HOLDER TO ACCT-HOLDER
           SET ACCT-OPEN TO TRUE
           MOVE "B" TO ACCT-PLAN
           MOVE 7.25 TO ACCT-RATE
           MOVE TRAN-AMOUNT TO ACCT-PRINCIPAL
           MULTIPLY TRAN-AMOUNT BY 1.5 GIVING ACCT-LIMIT
           MOVE TRAN-DATE TO ACCT-LAST-POSTED
           WRITE ACCOUNT-RECORD
               INVALID KEY
                   MOVE "ACCOUNT IS ALREADY THERE" TO REFUSAL-REASON
                   SET TRANSACTION-REFUSED TO TRUE
           END-WRITE.

      *    A payment clears accrued interest first; what is left
      *    reduces the principal, which may become a credit.
       TAKE-PAYMENT.
           COMPUTE INTEREST-PART ROUNDED = ACCT-INTEREST
           IF INTEREST-PART > TRAN-AMOUNT
               MOVE TRAN-AMOUNT TO INTEREST-PART
           END-IF
           SUBTRACT INTEREST-PART FROM TRAN-AMOUNT
               GIVING PRINCIPAL-PART
           SUBTRACT INTEREST-PART FROM ACCT-INTEREST
           SUBTRACT PRINCIPAL-PART FROM ACCT-PRINCIPAL.

       GIVE-ADVANCE.
           ADD TRAN-AMOUNT TO ACCT-PRINCIPAL
               ON SIZE ERROR
                   MOVE "PRINCIPAL WOULD OVERFLOW" TO REFUSAL-REASON
                   SET TRANSACTION-REFUSED TO TRUE
           END-ADD
           IF TRANSACTION-APPLIED AND ACCT-PRINCIPAL > ACCT-LIMIT
               MOVE PRINCIPAL-BEFORE TO ACCT-PRINCIPAL
               MOVE "OVER THE LIMIT" TO REFUSAL-REASON
               SET TRANSACTION-REFUSED TO TRUE
           END-IF.

       CHANGE-RATE.
           PERFORM ACCRUE-TO-DATE
           MOVE TRAN-RATE TO ACCT-RATE.

       CLOSE-ACCOUNT.
           IF ACCT-PRINCIPAL > ZERO OR ACCT-INTEREST > ZERO
               MOVE "STILL OWES" TO REFUSAL-REASON
               SET TRANSACTION-REFUSED TO TRUE
           ELSE
               DELETE ACCOUNT-FILE RECORD
                   INVALID KEY
                       MOVE "DELETE FAILED" TO REFUSAL-REASON
                       SET TRANSACTION-REFUSED TO TRUE
               END-DELETE
           END-IF.

       ACCRUE-TO-DATE.
           MOVE ACCT-LAST-POSTED TO DATE-FROM
           MOVE TRAN-DATE TO DATE-TO
           PERFORM ACCRUE-INTEREST.

      *----------------------------------------------------------------
      *  Simple interest from DATE-FROM to DATE-TO on the principal.
      *----------------------------------------------------------------
       ACCRUE-INTEREST.
           MOVE ZERO TO ACCRUED
           SEARCH ALL PLAN-ENTRY
               AT END
                   MOVE 365 TO YEAR-BASIS
               WHEN PLAN-LETTER (PLAN-IX) = ACCT-PLAN
                   MOVE PLAN-BASIS (PLAN-IX) TO YEAR-BASIS
                   IF ACCT-PRINCIPAL < PLAN-MINIMUM (PLAN-IX)
                       MOVE DATE-FROM TO DATE-TO
                   END-IF
           END-SEARCH
           COMPUTE ACCRUAL-DAYS =
               FUNCTION INTEGER-OF-DATE (DATE-TO)
               - FUNCTION INTEGER-OF-DATE (DATE-FROM)
           IF ACCRUAL-DAYS IS POSITIVE AND ACCT-PRINCIPAL IS POSITIVE
               COMPUTE ACCRUED ROUNDED =
                   ACCT-PRINCIPAL * ACCT-RATE * ACCRUAL-DAYS
                   / (YEAR-BASIS * 100)
               ADD ACCRUED TO ACCT-INTEREST
               ADD ACCRUED TO ACCRUED-TOTAL
           END-IF.

       WRITE-AUDIT.
           WRITE AUDIT-RECORD
           IF AUDIT-STATUS NOT = "00"
               DISPLAY "LOANPOST: audit not written " AUDIT-STATUS
               MOVE 12 TO RETURN-CODE
               STOP RUN
           END-IF.

       ACCRUAL SECTION.
      *----------------------------------------------------------------
      *  The whole master by branch (alternate key), a line per branch.
      *----------------------------------------------------------------
       ACCRUE-ALL.
           MOVE LOW-VALUES TO ACCT-BRANCH
           START ACCOUNT-FILE KEY IS NOT LESS THAN ACCT-BRANCH
               INVALID KEY
                   SET ACCOUNT-END TO TRUE
           END-START
           PERFORM RESET-BRANCH
           PERFORM UNTIL ACCOUNT-END
               READ ACCOUNT-FILE NEXT RECORD
                   AT END
                       CONTINUE
                   NOT AT END
                       PERFORM ACCRUE-ONE
               END-READ
           END-PERFORM
           IF BRANCH-ACCOUNTS > ZERO
               PERFORM SHOW-BRANCH
           END-IF.

       ACCRUE-ONE.
           IF ACCT-BRANCH NOT = CURRENT-BRANCH
               IF BRANCH-ACCOUNTS > ZERO
                   PERFORM SHOW-BRANCH
               END-IF
               PERFORM RESET-BRANCH
           END-IF
           IF ACCT-OPEN
               MOVE ACCT-LAST-POSTED TO DATE-FROM
               MOVE RUN-DATE TO DATE-TO
               PERFORM ACCRUE-INTEREST
               IF ACCRUED NOT = ZERO
                   MOVE RUN-DATE TO ACCT-LAST-POSTED
                   ADD 1 TO ACCRUED-COUNT
                   REWRITE ACCOUNT-RECORD
                       INVALID KEY
                           DISPLAY "REWRITE FAILED " ACCT-NUMBER
                               " STATUS " ACCOUNT-STATUS
                   END-REWRITE
               END-IF
           END-IF
           ADD 1 TO BRANCH-ACCOUNTS
           ADD ACCT-PRINCIPAL TO BRANCH-PRINCIPAL
           ADD ACCT-INTEREST TO BRANCH-INTEREST ROUNDED.

       RESET-BRANCH.
           MOVE ACCT-BRANCH TO CURRENT-BRANCH
           MOVE ZERO TO BRANCH-PRINCIPAL BRANCH-INTEREST
                        BRANCH-ACCOUNTS.

       SHOW-BRANCH.
           MOVE BRANCH-ACCOUNTS TO SHOW-COUNT
           MOVE BRANCH-PRINCIPAL TO SHOW-PRINCIPAL
           MOVE BRANCH-INTEREST TO SHOW-AMOUNT
           DISPLAY "BRANCH " CURRENT-BRANCH SHOW-COUNT " ACCOUNTS"
               " PRINCIPAL" SHOW-PRINCIPAL " INTEREST" SHOW-AMOUNT.

       CLOSE-FILES.
           CLOSE TRANSACTION-FILE ACCOUNT-FILE AUDIT-FILE.
