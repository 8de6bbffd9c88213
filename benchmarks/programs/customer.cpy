       01  CUSTOMER.
           05  CUSTOMER-ID      PIC 9(8).
           05  CUSTOMER-NAME    PIC X(30).
           05  CITY             PIC X(20).
           05  KIND             PIC X.
           05  BALANCE          PIC S9(9)V99 COMP-3.
           05  CREDIT           PIC S9(7)V99.
           05  ORDERS           PIC S9(4) COMP.
           05  POINTS           PIC S9(9) COMP.
           05  SINCE            PIC 9(8).
           05  RATE             PIC SV9(5) COMP-3.
           05  FLAGS            PIC X(3).
           05  AGENT            PIC 9(6).
