      *> ---------------------------------------------------------------
      *> Departments that have a payroll, in order of code.
      *> ---------------------------------------------------------------
       01  DEPT-VALUES.
           05  FILLER        PIC X(24) VALUE "ACCTACCOUNTING          ".
           05  FILLER        PIC X(24) VALUE "MFG1ASSEMBLY LINE       ".
           05  FILLER        PIC X(24) VALUE "SALESALES AND SERVICE   ".
           05  FILLER        PIC X(24) VALUE "WHSEWAREHOUSE           ".
       01  DEPT-TABLE REDEFINES DEPT-VALUES.
           05  DEPT-ENTRY    OCCURS 4 TIMES INDEXED BY DEPT-IX.
               10  DEPT-CODE PIC X(04).
               10  DEPT-TITLE PIC X(20).
