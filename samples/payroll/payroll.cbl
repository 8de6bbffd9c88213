       IDENTIFICATION DIVISION.
       PROGRAM-ID.    PAYROLL.
      *****************************************************************
      *  MONTHLY PAYROLL REGISTER                                     *
      *                                                               *
      *  Reads the employees of the month, in order of department     *
      *  and number, works out gross pay, tax, pension and net pay,   *
      *  prints the register with a total for each department and a   *
      *  grand total, and writes one payment per employee.            *
      *                                                               *
      *  Return code:  0  every employee was paid                     *
      *                4  some records were refused (see the end of   *
      *                   the register)                               *
      *               16  the input could not be opened               *
      *****************************************************************
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT EMPLOYEE-FILE   ASSIGN TO "EMPFILE"
               ORGANIZATION IS LINE SEQUENTIAL
               FILE STATUS  IS EMPLOYEE-STATUS.
           SELECT REGISTER-FILE   ASSIGN TO "REGISTER"
               ORGANIZATION IS LINE SEQUENTIAL.
           SELECT PAYMENT-FILE    ASSIGN TO "PAYMENTS"
               ORGANIZATION IS SEQUENTIAL
               FILE STATUS  IS PAYMENT-STATUS.

       DATA DIVISION.
       FILE SECTION.
       FD  EMPLOYEE-FILE.
       COPY employee REPLACING ==:TAG:== BY ==EMP==.

       FD  REGISTER-FILE.
       01  REGISTER-LINE               PIC X(100).

       FD  PAYMENT-FILE.
       COPY payment.

       WORKING-STORAGE SECTION.
       01  FILE-STATUSES.
           05  EMPLOYEE-STATUS         PIC X(02).
               88  EMPLOYEE-OK         VALUE "00".
           05  PAYMENT-STATUS          PIC X(02).

       01  SWITCHES.
           05  END-SWITCH              PIC X(01)  VALUE "N".
               88  END-OF-EMPLOYEES    VALUE "Y".
           05  VALID-SWITCH            PIC X(01)  VALUE "Y".
               88  EMPLOYEE-VALID      VALUE "Y".
               88  EMPLOYEE-REFUSED    VALUE "N".

       01  RUN-DATE                    PIC 9(08).
       01  RUN-DATE-PARTS REDEFINES RUN-DATE.
           05  RUN-YEAR                PIC 9(04).
           05  RUN-MONTH               PIC 9(02).
           05  RUN-DAY                 PIC 9(02).

       01  MONTH-VALUES                PIC X(36)
               VALUE "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC".
       01  MONTH-TABLE REDEFINES MONTH-VALUES.
           05  MONTH-NAME              PIC X(03)  OCCURS 12 TIMES.

      *    The employee before this one: control breaks and the check
      *    that the file is in order both need it.
       COPY employee REPLACING ==:TAG:== BY ==PREVIOUS==.
       COPY taxtable.
       COPY deptable.

       01  PAY-CALCULATION.
           05  GROSS-PAY               PIC S9(07)V99  COMP-3.
           05  OVERTIME-HOURS          PIC S9(03)V9   COMP-3.
           05  PENSION-AMOUNT          PIC S9(07)V99  COMP-3.
           05  TAXABLE-PAY             PIC S9(07)V99  COMP-3.
           05  SLICE-TOP               PIC S9(07)V99  COMP-3.
           05  TAX-AMOUNT              PIC S9(07)V99  COMP-3.
           05  NET-PAY                 PIC S9(07)V99  COMP-3.

       01  CONSTANTS.
           05  MONTHLY-HOURS           PIC 9(03)V9    VALUE 160.0.
           05  OVERTIME-FACTOR         PIC 9V99       VALUE 1.50.
           05  COMMISSION-RATE         PIC V999       VALUE .045.
           05  LINES-PER-PAGE          PIC 9(02) COMP VALUE 24.

       01  COUNTERS.
           05  LINE-COUNT              PIC 9(03) COMP VALUE 99.
           05  PAGE-COUNT              PIC 9(03) COMP VALUE ZERO.
           05  READ-COUNT              PIC 9(05) COMP VALUE ZERO.
           05  PAID-COUNT              PIC 9(05) COMP VALUE ZERO.
           05  REFUSED-COUNT           PIC 9(05) COMP VALUE ZERO.

       01  DEPARTMENT-TOTALS.
           05  DEPT-COUNT              PIC 9(05)      COMP-3.
           05  DEPT-GROSS              PIC S9(09)V99  COMP-3.
           05  DEPT-TAX                PIC S9(09)V99  COMP-3.
           05  DEPT-PENSION            PIC S9(09)V99  COMP-3.
           05  DEPT-NET                PIC S9(09)V99  COMP-3.

       01  GRAND-TOTALS.
           05  GRAND-COUNT             PIC 9(05)      COMP-3 VALUE 0.
           05  GRAND-GROSS             PIC S9(09)V99  COMP-3 VALUE 0.
           05  GRAND-TAX               PIC S9(09)V99  COMP-3 VALUE 0.
           05  GRAND-PENSION           PIC S9(09)V99  COMP-3 VALUE 0.
           05  GRAND-NET               PIC S9(09)V99  COMP-3 VALUE 0.

       01  REFUSAL-LIST.
           05  REFUSAL                 OCCURS 20 TIMES
                                       INDEXED BY REFUSAL-IX.
               10  REFUSAL-KEY         PIC X(10).
               10  REFUSAL-REASON      PIC X(30).
       01  REASON-TEXT                 PIC X(30).

      *----------------------------------------------------------------
      *  Print lines
      *----------------------------------------------------------------
       01  HEADING-1.
           05  FILLER                  PIC X(30)
                   VALUE "NORTHWIND TOOLWORKS".
           05  FILLER                  PIC X(30)
                   VALUE "PAYROLL REGISTER".
           05  H1-DAY                  PIC Z9.
           05  FILLER                  PIC X(01)  VALUE "-".
           05  H1-MONTH                PIC X(03).
           05  FILLER                  PIC X(01)  VALUE "-".
           05  H1-YEAR                 PIC 9(04).
           05  FILLER                  PIC X(10)  VALUE SPACES.
           05  FILLER                  PIC X(05)  VALUE "PAGE ".
           05  H1-PAGE                 PIC ZZ9.
       01  HEADING-2.
           05  FILLER                  PIC X(12)  VALUE "DEPARTMENT: ".
           05  H2-TITLE                PIC X(20).
       01  HEADING-3.
           05  FILLER                  PIC X(08)  VALUE "NUMBER".
           05  FILLER                  PIC X(22)  VALUE "NAME".
           05  FILLER                  PIC X(04)  VALUE "T".
           05  FILLER                  PIC X(14)
                   VALUE "        GROSS".
           05  FILLER                  PIC X(14)
                   VALUE "          TAX".
           05  FILLER                  PIC X(14)
                   VALUE "      PENSION".
           05  FILLER                  PIC X(16)
                   VALUE "            NET".

       01  DETAIL-LINE.
           05  DL-NUMBER               PIC 9(06).
           05  FILLER                  PIC X(02)  VALUE SPACES.
           05  DL-NAME                 PIC X(20).
           05  FILLER                  PIC X(02)  VALUE SPACES.
           05  DL-TYPE                 PIC X(01).
           05  FILLER                  PIC X(03)  VALUE SPACES.
           05  DL-GROSS                PIC ZZ,ZZZ,ZZ9.99.
           05  FILLER                  PIC X(01)  VALUE SPACES.
           05  DL-TAX                  PIC ZZ,ZZZ,ZZZ.ZZ.
           05  FILLER                  PIC X(01)  VALUE SPACES.
           05  DL-PENSION              PIC ZZ,ZZZ,ZZ9.99
                                       BLANK WHEN ZERO.
           05  FILLER                  PIC X(01)  VALUE SPACES.
           05  DL-NET                  PIC $$,$$$,$$9.99CR.

       01  TOTAL-LINE.
           05  TL-LABEL                PIC X(22).
           05  TL-COUNT                PIC ZZ,ZZ9.
           05  FILLER                  PIC X(06)  VALUE " PAID ".
           05  TL-GROSS                PIC ZZ,ZZZ,ZZ9.99.
           05  FILLER                  PIC X(01)  VALUE SPACES.
           05  TL-TAX                  PIC ZZ,ZZZ,ZZ9.99.
           05  FILLER                  PIC X(01)  VALUE SPACES.
           05  TL-PENSION              PIC ZZ,ZZZ,ZZ9.99.
           05  FILLER                  PIC X(01)  VALUE SPACES.
           05  TL-NET                  PIC $$,$$$,$$9.99CR.

       01  AVERAGE-LINE.
           05  FILLER                  PIC X(34)
                   VALUE "AVERAGE GROSS PAY OF ALL EMPLOYEES".
           05  AL-AVERAGE              PIC **,***,**9.99.

       01  REFUSAL-LINE.
           05  FILLER                  PIC X(10)  VALUE "REFUSED   ".
           05  RL-KEY                  PIC X(10).
           05  FILLER                  PIC X(02)  VALUE SPACES.
           05  RL-REASON               PIC X(30).

       PROCEDURE DIVISION.
       MAIN-LINE.
           PERFORM START-OF-RUN
           PERFORM READ-EMPLOYEE
           PERFORM UNTIL END-OF-EMPLOYEES
               PERFORM HANDLE-EMPLOYEE
               PERFORM READ-EMPLOYEE
           END-PERFORM
           IF DEPT-COUNT > ZERO
               PERFORM DEPARTMENT-BREAK
           END-IF
           PERFORM END-OF-RUN
           STOP RUN.

       START-OF-RUN.
           ACCEPT RUN-DATE FROM DATE YYYYMMDD
           MOVE RUN-DAY TO H1-DAY
           MOVE MONTH-NAME (RUN-MONTH) TO H1-MONTH
           MOVE RUN-YEAR TO H1-YEAR
           MOVE LOW-VALUES TO PREVIOUS-RECORD
           INITIALIZE DEPARTMENT-TOTALS
           OPEN INPUT EMPLOYEE-FILE
           IF NOT EMPLOYEE-OK
               DISPLAY "PAYROLL: cannot open the employee file, status "
                   EMPLOYEE-STATUS
               MOVE 16 TO RETURN-CODE
               STOP RUN
           END-IF
           OPEN OUTPUT REGISTER-FILE PAYMENT-FILE.

       READ-EMPLOYEE.
           READ EMPLOYEE-FILE
               AT END
                   SET END-OF-EMPLOYEES TO TRUE
               NOT AT END
                   ADD 1 TO READ-COUNT
           END-READ.

      *----------------------------------------------------------------
      *  One employee: check, break on a new department, pay, print
      *----------------------------------------------------------------
       HANDLE-EMPLOYEE.
           PERFORM CHECK-EMPLOYEE
           IF EMPLOYEE-REFUSED
               PERFORM REFUSE-EMPLOYEE
           ELSE
               IF EMP-DEPT NOT = PREVIOUS-DEPT AND DEPT-COUNT > ZERO
                   PERFORM DEPARTMENT-BREAK
               END-IF
               PERFORM CALCULATE-GROSS
               PERFORM CALCULATE-TAX
               COMPUTE NET-PAY = GROSS-PAY - TAX-AMOUNT
                               - PENSION-AMOUNT + EMP-ADJUSTMENT
               PERFORM PRINT-EMPLOYEE
               PERFORM WRITE-PAYMENT
               PERFORM ADD-TO-DEPARTMENT
               MOVE EMP-RECORD TO PREVIOUS-RECORD
           END-IF.

       CHECK-EMPLOYEE.
           SET EMPLOYEE-VALID TO TRUE
           SET DEPT-IX TO 1
           SEARCH DEPT-ENTRY
               AT END
                   MOVE "UNKNOWN DEPARTMENT" TO REASON-TEXT
                   SET EMPLOYEE-REFUSED TO TRUE
               WHEN DEPT-CODE (DEPT-IX) = EMP-DEPT
                   CONTINUE
           END-SEARCH
           EVALUATE TRUE
               WHEN EMPLOYEE-REFUSED
                   CONTINUE
               WHEN NOT EMP-KNOWN-TYPE
                   MOVE "UNKNOWN PAY TYPE" TO REASON-TEXT
                   SET EMPLOYEE-REFUSED TO TRUE
               WHEN EMP-RATE NOT NUMERIC
               WHEN EMP-HOURS NOT NUMERIC
               WHEN EMP-SALES NOT NUMERIC
                   MOVE "AMOUNTS ARE NOT NUMERIC" TO REASON-TEXT
                   SET EMPLOYEE-REFUSED TO TRUE
               WHEN EMP-KEY NOT > PREVIOUS-KEY
                   MOVE "OUT OF SEQUENCE" TO REASON-TEXT
                   SET EMPLOYEE-REFUSED TO TRUE
           END-EVALUATE.

       REFUSE-EMPLOYEE.
           ADD 1 TO REFUSED-COUNT
           IF REFUSED-COUNT NOT > 20
               SET REFUSAL-IX TO REFUSED-COUNT
               MOVE EMP-KEY TO REFUSAL-KEY (REFUSAL-IX)
               MOVE REASON-TEXT TO REFUSAL-REASON (REFUSAL-IX)
           END-IF.

       CALCULATE-GROSS.
           EVALUATE TRUE
               WHEN EMP-SALARIED
                   MOVE EMP-RATE TO GROSS-PAY
               WHEN EMP-HOURLY AND EMP-HOURS > MONTHLY-HOURS
      *            Hours beyond the month's norm are paid with a premium
                   SUBTRACT MONTHLY-HOURS FROM EMP-HOURS
                       GIVING OVERTIME-HOURS
                   COMPUTE GROSS-PAY ROUNDED =
                       EMP-RATE * MONTHLY-HOURS
                       + EMP-RATE * OVERTIME-HOURS * OVERTIME-FACTOR
               WHEN EMP-HOURLY
                   MULTIPLY EMP-RATE BY EMP-HOURS
                       GIVING GROSS-PAY ROUNDED
               WHEN EMP-COMMISSION
                   COMPUTE GROSS-PAY ROUNDED =
                       EMP-RATE + EMP-SALES * COMMISSION-RATE
           END-EVALUATE
           COMPUTE PENSION-AMOUNT ROUNDED =
               GROSS-PAY * EMP-PENSION-PCT / 100.

      *----------------------------------------------------------------
      *  Each bracket taxes the slice between its threshold and the
      *  next; each slice is rounded by itself.
      *----------------------------------------------------------------
       CALCULATE-TAX.
           MOVE ZERO TO TAX-AMOUNT
           SUBTRACT PENSION-AMOUNT FROM GROSS-PAY GIVING TAXABLE-PAY
           PERFORM VARYING TAX-IX FROM 1 BY 1
                   UNTIL TAX-IX > 5
                      OR TAXABLE-PAY NOT > TAX-ABOVE (TAX-IX)
               MOVE TAXABLE-PAY TO SLICE-TOP
               IF TAX-IX < 5
                   IF TAX-ABOVE (TAX-IX + 1) < SLICE-TOP
                       MOVE TAX-ABOVE (TAX-IX + 1) TO SLICE-TOP
                   END-IF
               END-IF
               COMPUTE TAX-AMOUNT ROUNDED = TAX-AMOUNT
                   + (SLICE-TOP - TAX-ABOVE (TAX-IX))
                   * TAX-RATE (TAX-IX)
           END-PERFORM.

       PRINT-EMPLOYEE.
           IF LINE-COUNT >= LINES-PER-PAGE
                   OR EMP-DEPT NOT = PREVIOUS-DEPT
               PERFORM PAGE-HEADING
           END-IF
           MOVE EMP-NUMBER TO DL-NUMBER
           MOVE EMP-NAME TO DL-NAME
           MOVE EMP-PAY-TYPE TO DL-TYPE
           MOVE GROSS-PAY TO DL-GROSS
           MOVE TAX-AMOUNT TO DL-TAX
           MOVE PENSION-AMOUNT TO DL-PENSION
           MOVE NET-PAY TO DL-NET
           WRITE REGISTER-LINE FROM DETAIL-LINE
               AFTER ADVANCING 1 LINE
           ADD 1 TO LINE-COUNT.

       PAGE-HEADING.
           ADD 1 TO PAGE-COUNT
           MOVE PAGE-COUNT TO H1-PAGE
           MOVE DEPT-TITLE (DEPT-IX) TO H2-TITLE
           IF PAGE-COUNT = 1
               WRITE REGISTER-LINE FROM HEADING-1
           ELSE
               WRITE REGISTER-LINE FROM HEADING-1
                   AFTER ADVANCING PAGE
           END-IF
           WRITE REGISTER-LINE FROM HEADING-2 AFTER ADVANCING 2 LINES
           WRITE REGISTER-LINE FROM HEADING-3 AFTER ADVANCING 1 LINE
           MOVE ALL "-" TO REGISTER-LINE
           WRITE REGISTER-LINE AFTER ADVANCING 1 LINE
           MOVE 5 TO LINE-COUNT.

       WRITE-PAYMENT.
           ADD 1 TO PAID-COUNT
           INITIALIZE PAY-RECORD
           MOVE EMP-NUMBER TO PAY-EMPLOYEE
           MOVE EMP-NAME TO PAY-NAME
           MOVE RUN-DATE TO PAY-DATE
           MOVE GROSS-PAY TO PAY-GROSS
           MOVE TAX-AMOUNT TO PAY-TAX
           MOVE NET-PAY TO PAY-NET
           MOVE PAID-COUNT TO PAY-SEQUENCE
           WRITE PAY-RECORD
           IF PAYMENT-STATUS NOT = "00"
               DISPLAY "PAYROLL: payment not written, status "
                   PAYMENT-STATUS
           END-IF.

       ADD-TO-DEPARTMENT.
           ADD 1              TO DEPT-COUNT
           ADD GROSS-PAY      TO DEPT-GROSS
           ADD TAX-AMOUNT     TO DEPT-TAX
           ADD PENSION-AMOUNT TO DEPT-PENSION
           ADD NET-PAY        TO DEPT-NET.

       DEPARTMENT-BREAK.
           STRING "TOTAL " DELIMITED BY SIZE
                  PREVIOUS-DEPT DELIMITED BY SPACE
               INTO TL-LABEL
           MOVE DEPT-COUNT   TO TL-COUNT
           MOVE DEPT-GROSS   TO TL-GROSS
           MOVE DEPT-TAX     TO TL-TAX
           MOVE DEPT-PENSION TO TL-PENSION
           MOVE DEPT-NET     TO TL-NET
           WRITE REGISTER-LINE FROM TOTAL-LINE AFTER ADVANCING 2 LINES
           ADD 2 TO LINE-COUNT
           DISPLAY "DEPARTMENT " PREVIOUS-DEPT " NET " TL-NET
           ADD DEPT-COUNT   TO GRAND-COUNT
           ADD DEPT-GROSS   TO GRAND-GROSS
           ADD DEPT-TAX     TO GRAND-TAX
           ADD DEPT-PENSION TO GRAND-PENSION
           ADD DEPT-NET     TO GRAND-NET
           INITIALIZE DEPARTMENT-TOTALS
           MOVE SPACES TO TL-LABEL.

       END-OF-RUN.
           MOVE "GRAND TOTAL" TO TL-LABEL
           MOVE GRAND-COUNT   TO TL-COUNT
           MOVE GRAND-GROSS   TO TL-GROSS
           MOVE GRAND-TAX     TO TL-TAX
           MOVE GRAND-PENSION TO TL-PENSION
           MOVE GRAND-NET     TO TL-NET
           WRITE REGISTER-LINE FROM TOTAL-LINE AFTER ADVANCING 3 LINES
           DIVIDE GRAND-GROSS BY GRAND-COUNT
               GIVING AL-AVERAGE ROUNDED
               ON SIZE ERROR
                   MOVE ZERO TO AL-AVERAGE
           END-DIVIDE
           WRITE REGISTER-LINE FROM AVERAGE-LINE AFTER ADVANCING 1 LINE
           PERFORM PRINT-REFUSAL
               VARYING REFUSAL-IX FROM 1 BY 1
               UNTIL REFUSAL-IX > REFUSED-COUNT OR REFUSAL-IX > 20
           CLOSE EMPLOYEE-FILE REGISTER-FILE PAYMENT-FILE
           DISPLAY "RECORDS READ    " READ-COUNT
           DISPLAY "EMPLOYEES PAID  " PAID-COUNT
           DISPLAY "RECORDS REFUSED " REFUSED-COUNT
           DISPLAY "TOTAL NET PAY   " GRAND-NET
           IF REFUSED-COUNT > ZERO
               MOVE 4 TO RETURN-CODE
           END-IF.

       PRINT-REFUSAL.
           MOVE REFUSAL-KEY (REFUSAL-IX) TO RL-KEY
           MOVE REFUSAL-REASON (REFUSAL-IX) TO RL-REASON
           WRITE REGISTER-LINE FROM REFUSAL-LINE AFTER ADVANCING 1 LINE.
