      *> ---------------------------------------------------------------
      *> One stock movement. :P: is the prefix of the names.
      *> ---------------------------------------------------------------
           05  :P:-ITEM                PIC X(06).
           05  :P:-WAREHOUSE           PIC X(02).
           05  :P:-DATE                PIC 9(08).
           05  :P:-KIND                PIC X(01).
               88  :P:-RECEIPT         VALUE "R".
               88  :P:-ISSUE           VALUE "I".
               88  :P:-COUNT           VALUE "C".
               88  :P:-KNOWN-KIND      VALUE "R" "I" "C".
           05  :P:-QUANTITY            PIC S9(05)
                                       SIGN LEADING SEPARATE.
           05  :P:-COST                PIC 9(05)V99.
