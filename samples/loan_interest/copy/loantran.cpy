      *> ---------------------------------------------------------------
      *> Day's transactions, in order of arrival.
      *> ---------------------------------------------------------------
       01  TRANSACTION-RECORD.
           05  TRAN-KIND               PIC X(02).
               88  TRAN-PAYMENT        VALUE "PY".
               88  TRAN-ADVANCE        VALUE "AD".
               88  TRAN-RATE-CHANGE    VALUE "RT".
               88  TRAN-INTEREST       VALUE "IN".
               88  TRAN-OPENING        VALUE "OP".
               88  TRAN-CLOSING        VALUE "CL".
           05  TRAN-ACCOUNT            PIC X(08).
           05  TRAN-DATE               PIC 9(08).
           05  TRAN-AMOUNT             PIC 9(07)V99.
           05  TRAN-RATE REDEFINES TRAN-AMOUNT
                                       PIC 9(05)V9(04).
           05  TRAN-HOLDER             PIC X(24).
