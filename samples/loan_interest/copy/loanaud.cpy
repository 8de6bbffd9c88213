      *> ---------------------------------------------------------------
      *> Audit trail: what happened to each transaction, with balances
      *> before and after. Three record types share the area.
      *> ---------------------------------------------------------------
       01  AUDIT-RECORD.
           05  AUD-TYPE                PIC X(01).
               88  AUD-IS-HEADER       VALUE "H".
               88  AUD-IS-POSTING      VALUE "P".
               88  AUD-IS-REFUSAL      VALUE "R".
           05  AUD-SEQUENCE            PIC 9(06).
           05  AUD-ACCOUNT             PIC X(08).
           05  AUD-BODY                PIC X(45).
           05  AUD-POSTING REDEFINES AUD-BODY.
               10  AUD-KIND            PIC X(02).
               10  AUD-AMOUNT          PIC S9(09)V99
                                       SIGN IS TRAILING SEPARATE.
               10  AUD-BEFORE          PIC S9(09)V99.
               10  AUD-AFTER           PIC S9(09)V99.
               10  FILLER              PIC X(09).
           05  AUD-REFUSAL REDEFINES AUD-BODY.
               10  AUD-FILE-STATUS     PIC X(02).
               10  AUD-REASON          PIC X(43).
