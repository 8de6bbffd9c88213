       01  ALL-RECORD.
           05  REC-TYPE            PIC X.
           05  NAME                PIC X(12).
           05  LETTERS             PIC A(5).
           05  Z-UNSIGNED          PIC 9(7).
           05  Z-SIGNED            PIC S9(5)V99.
           05  Z-LEADING           PIC S9(4) SIGN LEADING.
           05  Z-SEPARATE          PIC S9(4)V9 SIGN TRAILING SEPARATE.
           05  Z-LEAD-SEP          PIC S9(4) SIGN LEADING SEPARATE.
           05  Z-SCALED            PIC S9(3)PPP.
           05  Z-FRACTION          PIC VPP9(3).
           05  P-SIGNED            PIC S9(9)V99 COMP-3.
           05  P-UNSIGNED          PIC 9(6) COMP-3.
           05  P-LONG              PIC S9(31)V9(7) COMP-3.
           05  P-NOSIGN            PIC 9(5) COMP-6.
           05  B-1                 PIC S9(2) COMP.
           05  B-2                 PIC S9(4) COMP.
           05  B-4                 PIC 9(9) COMP.
           05  B-8                 PIC S9(16)V99 COMP.
           05  N-4                 PIC S9(9) COMP-5.
           05  N-8                 PIC 9(18) COMP-5.
           05  X-3                 PIC 9(6) COMP-X.
           05  BC                  BINARY-CHAR UNSIGNED.
           05  BL                  BINARY-LONG.
           05  F-4                 COMP-1.
           05  F-8                 COMP-2.
           05  EDITED              PIC $ZZ,ZZ9.99-.
           05  TEXT-EDITED         PIC XX/XX.
           05  RIGHT-TEXT          PIC X(6) JUSTIFIED RIGHT.
           05  WIDE                PIC N(4).
           05  IX                  USAGE INDEX.
           05  PTR                 USAGE POINTER.
           05  FILLER              PIC X(3).
           05  AMOUNTS             PIC S9(3)V99 COMP-3 OCCURS 3.
           05  DETAIL-AREA         PIC X(10).
           05  DETAIL-NUMBERS REDEFINES DETAIL-AREA.
               10  D-COUNT         PIC S9(4) COMP.
               10  D-AMOUNT        PIC S9(7)V99 COMP-3.
               10  FILLER          PIC X(3).
           05  LINE-COUNT          PIC 9(2).
           05  LINES-OF OCCURS 0 TO 4 DEPENDING ON LINE-COUNT.
               10  L-CODE          PIC X(3).
               10  L-PRICE         PIC S9(5)V99 COMP-3.
               10  L-PARTS         PIC 9(2) OCCURS 2.
