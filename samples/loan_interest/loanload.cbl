       IDENTIFICATION DIVISION.
       PROGRAM-ID.    LOANLOAD.
      *****************************************************************
      *  Builds the indexed account master from its flat image.        *
      *  The flat image holds amounts as signed display numbers; the   *
      *  master holds them packed. A record whose key is already there *
      *  is reported and left out.                                     *
      *****************************************************************
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT FLAT-FILE       ASSIGN TO "ACCTFLAT"
               ORGANIZATION IS LINE SEQUENTIAL
               FILE STATUS  IS FLAT-STATUS.
           SELECT ACCOUNT-FILE    ASSIGN TO "ACCOUNTS"
               ORGANIZATION IS INDEXED
               ACCESS MODE  IS RANDOM
               RECORD KEY   IS ACCT-NUMBER
               ALTERNATE RECORD KEY IS ACCT-BRANCH WITH DUPLICATES
               FILE STATUS  IS ACCOUNT-STATUS.

       DATA DIVISION.
       FILE SECTION.
       FD  FLAT-FILE.
       01  FLAT-RECORD.
           05  FLAT-NUMBER             PIC X(08).
           05  FLAT-BRANCH             PIC X(03).
           05  FLAT-HOLDER             PIC X(24).
           05  FLAT-STATE              PIC X(01).
           05  FLAT-PLAN               PIC X(01).
           05  FLAT-RATE               PIC 9(03)V9(04).
           05  FLAT-PRINCIPAL          PIC S9(09)V99
                                       SIGN IS TRAILING SEPARATE.
           05  FLAT-LIMIT              PIC 9(09)V99.
           05  FLAT-LAST-POSTED        PIC 9(08).
       FD  ACCOUNT-FILE.
       COPY account.

       WORKING-STORAGE SECTION.
       77  FLAT-STATUS                 PIC X(02).
       77  ACCOUNT-STATUS              PIC X(02).
           88  ACCOUNT-OK              VALUE "00" "02".
       77  LOADED                      PIC 9(05) VALUE ZERO.
       77  LEFT-OUT                    PIC 9(05) VALUE ZERO.

       PROCEDURE DIVISION.
       LOAD-MASTER.
           OPEN INPUT FLAT-FILE
           OPEN OUTPUT ACCOUNT-FILE
           IF FLAT-STATUS NOT = "00" OR NOT ACCOUNT-OK
               DISPLAY "LOANLOAD: open failed " FLAT-STATUS " "
                   ACCOUNT-STATUS
               STOP RUN RETURNING 16
           END-IF
           PERFORM UNTIL FLAT-STATUS = "10"
               READ FLAT-FILE
                   NOT AT END
                       PERFORM ADD-ACCOUNT
               END-READ
           END-PERFORM
           CLOSE FLAT-FILE ACCOUNT-FILE
           DISPLAY "ACCOUNTS LOADED " LOADED " LEFT OUT " LEFT-OUT
           STOP RUN.

       ADD-ACCOUNT.
           INITIALIZE ACCOUNT-RECORD
           MOVE FLAT-NUMBER      TO ACCT-NUMBER
           MOVE FLAT-BRANCH      TO ACCT-BRANCH
           MOVE FLAT-HOLDER      TO ACCT-HOLDER
           MOVE FLAT-STATE       TO ACCT-STATUS
           MOVE FLAT-PLAN        TO ACCT-PLAN
           MOVE FLAT-RATE        TO ACCT-RATE
           MOVE FLAT-PRINCIPAL   TO ACCT-PRINCIPAL
           MOVE FLAT-LIMIT       TO ACCT-LIMIT
           MOVE FLAT-LAST-POSTED TO ACCT-LAST-POSTED
           WRITE ACCOUNT-RECORD
               INVALID KEY
                   ADD 1 TO LEFT-OUT
                   DISPLAY "LEFT OUT " ACCT-NUMBER
                       " STATUS " ACCOUNT-STATUS
               NOT INVALID KEY
                   ADD 1 TO LOADED
           END-WRITE.
