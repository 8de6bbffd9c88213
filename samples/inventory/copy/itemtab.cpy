      *> ---------------------------------------------------------------
      *> Item master in memory, in order of item number so that it can
      *> be searched by halving. It grows to the number of items read.
      *> ---------------------------------------------------------------
       01  ITEM-COUNT                  PIC 9(04) COMP VALUE ZERO.
       01  ITEM-TABLE.
           05  ITEM-ENTRY              OCCURS 1 TO 200 TIMES
                                       DEPENDING ON ITEM-COUNT
                                       ASCENDING KEY IS ITEM-NUMBER
                                       INDEXED BY ITEM-IX.
               10  ITEM-NUMBER         PIC X(06).
               10  ITEM-NAME           PIC X(20).
               10  ITEM-CLASS          PIC X(01).
               10  ITEM-REORDER        PIC 9(05)       COMP-3.
               10  ITEM-STOCK          OCCURS 3 TIMES
                                       INDEXED BY STOCK-IX.
                   15  STOCK-ON-HAND   PIC S9(07)      COMP-3.
                   15  STOCK-VALUE     PIC S9(09)V99   COMP-3.
