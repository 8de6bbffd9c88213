       IDENTIFICATION DIVISION.
       PROGRAM-ID. RULES.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  RATE      PIC 9V9(6)  VALUE 1.000001.
       01  YEARS     PIC S9      VALUE 4.
       01  GROWN     PIC 9V9(6).
       01  ONE       PIC 9       VALUE 1.
       01  TWO       PIC 9       VALUE 2.
       01  THREE     PIC 9       VALUE 3.
       01  TENTHS    PIC 9V9.
       01  HUNDREDTH PIC 9V9(3).
       01  LONG-A    PIC 9(18)   VALUE 123456789012345678.
       01  LONG-B    PIC 9(13)   VALUE 9000000000000.
       01  LONG-Q    PIC 9(18).
       01  LETTERS   PIC X(6)    VALUE "ABCDEF".
       01  WORD-5    PIC 9(4)    COMP-5 VALUE 50000.
       01  FLOAT-2   COMP-2      VALUE 2.375.
       01  FLOAT-1   COMP-1      VALUE 0.1.
       01  CENTS     PIC S9(5)V99.
       PROCEDURE DIVISION.
      *    Exponentiation: a succession of multiplications, dmax 6
           COMPUTE GROWN = RATE ** YEARS
           DISPLAY GROWN
           MOVE -4 TO YEARS
           COMPUTE GROWN = RATE ** YEARS
           DISPLAY GROWN
      *    dmax is over all receivers
           COMPUTE TENTHS = TWO / THREE * THREE
           DISPLAY TENTHS
           COMPUTE TENTHS ROUNDED HUNDREDTH = TWO / THREE * THREE
           DISPLAY TENTHS
           DISPLAY HUNDREDTH
      *    Relations share dmax; EVALUATE does not
           IF ONE / THREE = 0.3
               DISPLAY "0.3"
           ELSE
               DISPLAY "NOT-0.3"
           END-IF
           EVALUATE ONE / THREE
             WHEN 0.3 DISPLAY "0.3"
             WHEN 0 DISPLAY "0"
             WHEN OTHER DISPLAY "OTHER"
           END-EVALUATE
      *    A function contributes its outer-dmax
           COMPUTE TENTHS = FUNCTION MAX(TWO 0.125) / THREE * THREE
           DISPLAY TENTHS
      *    Reference modification by itself
           DISPLAY LETTERS((THREE / TWO) * 4 - 1:1)
      *    30 or 31 digits
           COMPUTE LONG-Q = LONG-A * LONG-B / 1000000000000000
           DISPLAY LONG-Q
      *    COMP-5 has the places of its bytes
           COMPUTE LONG-Q = WORD-5 * WORD-5
           DISPLAY LONG-Q
      *    ADD keeps every digit
           ADD RATE LONG-A GIVING GROWN
           DISPLAY GROWN
      *    Floating point is stored rounded
           COMPUTE CENTS = FLOAT-2 * THREE
           DISPLAY CENTS
           ADD FLOAT-2 TO CENTS
           DISPLAY CENTS
           COMPUTE FLOAT-1 = FLOAT-1 + FLOAT-1 + FLOAT-1
           DISPLAY FLOAT-1
           COMPUTE CENTS = THREE ** 0.5 * 100
           DISPLAY CENTS
      *    Division by zero is a size error
           MOVE 0 TO TWO
           COMPUTE CENTS = FLOAT-2 / TWO
               ON SIZE ERROR DISPLAY "SIZE-ERROR"
           END-COMPUTE
           DISPLAY CENTS
           STOP RUN.
