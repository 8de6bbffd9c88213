      *> ---------------------------------------------------------------
      *> Loan account master, indexed by account number; the branch is
      *> an alternate key with duplicates.
      *> ---------------------------------------------------------------
       01  ACCOUNT-RECORD.
           05  ACCT-NUMBER             PIC X(08).
           05  ACCT-BRANCH             PIC X(03).
           05  ACCT-HOLDER             PIC X(24).
           05  ACCT-STATUS             PIC X(01).
               88  ACCT-OPEN           VALUE "O".
               88  ACCT-FROZEN         VALUE "F".
               88  ACCT-CLOSED         VALUE "C".
           05  ACCT-PLAN               PIC X(01).
           05  ACCT-RATE               PIC S9(03)V9(04) COMP-3.
           05  ACCT-PRINCIPAL          PIC S9(09)V99    COMP-3.
           05  ACCT-INTEREST           PIC S9(07)V9(04) COMP-3.
           05  ACCT-LIMIT              PIC S9(09)V99    COMP-3.
           05  ACCT-LAST-POSTED        PIC 9(08).
           05  ACCT-MOVEMENTS          PIC 9(04)        COMP.
           05  FILLER                  PIC X(10).
