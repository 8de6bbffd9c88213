       IDENTIFICATION DIVISION.
       PROGRAM-ID.    LOANLIST.
      *****************************************************************
      *  Lists the account master in order of account number, and the  *
      *  audit trail after it.                                         *
      *****************************************************************
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT ACCOUNT-FILE    ASSIGN TO "ACCOUNTS"
               ORGANIZATION IS INDEXED
               ACCESS MODE  IS SEQUENTIAL
               RECORD KEY   IS ACCT-NUMBER
               ALTERNATE RECORD KEY IS ACCT-BRANCH WITH DUPLICATES
               FILE STATUS  IS ACCOUNT-STATUS.
           SELECT AUDIT-FILE      ASSIGN TO "LOANAUD"
               ORGANIZATION IS SEQUENTIAL
               FILE STATUS  IS AUDIT-STATUS.
           SELECT LIST-FILE       ASSIGN TO "LOANLIST"
               ORGANIZATION IS LINE SEQUENTIAL.

       DATA DIVISION.
       FILE SECTION.
       FD  ACCOUNT-FILE.
       COPY account.
       FD  AUDIT-FILE.
       COPY loanaud.
       FD  LIST-FILE.
       01  LIST-LINE                   PIC X(100).

       WORKING-STORAGE SECTION.
       77  ACCOUNT-STATUS              PIC X(02).
       77  AUDIT-STATUS                PIC X(02).
       01  ACCOUNT-LINE.
           05  AL-NUMBER               PIC XXXBXXXXX.
           05  FILLER                  PIC X      VALUE SPACE.
           05  AL-HOLDER               PIC X(24).
           05  AL-STATUS               PIC X.
           05  AL-RATE                 PIC ZZ9.9999.
           05  AL-PRINCIPAL            PIC Z(3),Z(3),ZZ9.99DB.
           05  AL-INTEREST             PIC +(7)9.9(4).
           05  FILLER                  PIC X      VALUE SPACE.
           05  AL-POSTED               PIC 9999/99/99.
           05  AL-MOVEMENTS            PIC Z(5).
       01  AUDIT-LINE.
           05  UL-SEQUENCE             PIC Z(5)9.
           05  FILLER                  PIC X      VALUE SPACE.
           05  UL-ACCOUNT              PIC X(08).
           05  FILLER                  PIC X      VALUE SPACE.
           05  UL-TEXT                 PIC X(50).
           05  UL-AMOUNTS REDEFINES UL-TEXT.
               10  UL-KIND             PIC X(02).
               10  UL-AMOUNT           PIC Z(8)9.99-.
               10  UL-BEFORE           PIC Z(9)9.99-.
               10  UL-AFTER            PIC Z(9)9.99-.

       PROCEDURE DIVISION.
       LIST-ALL.
           OPEN INPUT ACCOUNT-FILE AUDIT-FILE
                OUTPUT LIST-FILE
           IF ACCOUNT-STATUS NOT = "00" OR AUDIT-STATUS NOT = "00"
               DISPLAY "LOANLIST: open failed"
               STOP RUN RETURNING 12
           END-IF
           PERFORM WITH TEST AFTER UNTIL ACCOUNT-STATUS = "10"
               READ ACCOUNT-FILE NEXT RECORD
                   NOT AT END PERFORM LIST-ACCOUNT
               END-READ
           END-PERFORM
           PERFORM WITH TEST AFTER UNTIL AUDIT-STATUS = "10"
               READ AUDIT-FILE
                   NOT AT END PERFORM LIST-AUDIT
               END-READ
           END-PERFORM
           CLOSE ACCOUNT-FILE AUDIT-FILE LIST-FILE
           GOBACK.

       LIST-ACCOUNT.
           MOVE ACCT-NUMBER      TO AL-NUMBER
           MOVE ACCT-HOLDER      TO AL-HOLDER
           MOVE ACCT-STATUS      TO AL-STATUS
           MOVE ACCT-RATE        TO AL-RATE
           MOVE ACCT-PRINCIPAL   TO AL-PRINCIPAL
           MOVE ACCT-INTEREST    TO AL-INTEREST
           MOVE ACCT-LAST-POSTED TO AL-POSTED
           MOVE ACCT-MOVEMENTS   TO AL-MOVEMENTS
           WRITE LIST-LINE FROM ACCOUNT-LINE.

       LIST-AUDIT.
           MOVE AUD-SEQUENCE TO UL-SEQUENCE
           MOVE AUD-ACCOUNT TO UL-ACCOUNT
           MOVE SPACES TO UL-TEXT
           EVALUATE TRUE
               WHEN AUD-IS-POSTING
                   MOVE AUD-KIND   TO UL-KIND
                   MOVE AUD-AMOUNT TO UL-AMOUNT
                   MOVE AUD-BEFORE TO UL-BEFORE
                   MOVE AUD-AFTER  TO UL-AFTER
               WHEN AUD-IS-REFUSAL
                   STRING "REFUSED: " AUD-REASON
                          DELIMITED BY SIZE INTO UL-TEXT
               WHEN OTHER
                   MOVE AUD-BODY TO UL-TEXT
           END-EVALUATE
           WRITE LIST-LINE FROM AUDIT-LINE.
