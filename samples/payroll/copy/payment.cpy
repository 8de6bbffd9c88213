      *> ---------------------------------------------------------------
      *> One payment instruction for the bank: fixed, 48 bytes.
      *> ---------------------------------------------------------------
       01  PAY-RECORD.
           05  PAY-EMPLOYEE            PIC 9(06).
           05  PAY-NAME                PIC X(20).
           05  PAY-DATE                PIC 9(08)      COMP.
           05  PAY-GROSS               PIC S9(07)V99  COMP-3.
           05  PAY-TAX                 PIC S9(07)V99  COMP-3.
           05  PAY-NET                 PIC S9(07)V99  COMP-3.
           05  PAY-SEQUENCE            PIC 9(04)      COMP.
           05  FILLER                  PIC X(01)      VALUE SPACE.
