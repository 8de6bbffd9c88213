      *> ---------------------------------------------------------------
      *> Monthly income tax: what lies above a threshold, up to the next
      *> one, is taxed at that bracket's rate.
      *> ---------------------------------------------------------------
       01  TAX-VALUES.
           05  FILLER                  PIC X(12) VALUE "000000000000".
           05  FILLER                  PIC X(12) VALUE "001200001200".
           05  FILLER                  PIC X(12) VALUE "002800002150".
           05  FILLER                  PIC X(12) VALUE "005500003375".
           05  FILLER                  PIC X(12) VALUE "009000004250".
       01  TAX-TABLE REDEFINES TAX-VALUES.
           05  TAX-BRACKET             OCCURS 5 TIMES
                                       INDEXED BY TAX-IX.
               10  TAX-ABOVE           PIC 9(06)V99.
               10  TAX-RATE            PIC V9(04).
