      *> ---------------------------------------------------------------
      *> One employee as the time-keeping system delivers it.
      *> Copy with REPLACING ==:TAG:== BY ==prefix==.
      *> ---------------------------------------------------------------
       01  :TAG:-RECORD.
           05  :TAG:-KEY.
               10  :TAG:-DEPT          PIC X(04).
               10  :TAG:-NUMBER        PIC 9(06).
           05  :TAG:-NAME              PIC X(20).
           05  :TAG:-PAY-TYPE          PIC X(01).
               88  :TAG:-SALARIED      VALUE "S".
               88  :TAG:-HOURLY        VALUE "H".
               88  :TAG:-COMMISSION    VALUE "C".
               88  :TAG:-KNOWN-TYPE    VALUE "S" "H" "C".
           05  :TAG:-RATE              PIC 9(05)V99.
           05  :TAG:-HOURS             PIC 9(03)V9.
           05  :TAG:-SALES             PIC 9(07)V99.
           05  :TAG:-PENSION-PCT       PIC 9(02)V9.
           05  :TAG:-ADJUSTMENT        PIC S9(05)V99
                                       SIGN IS LEADING SEPARATE.
           05  FILLER                  PIC X(04).
