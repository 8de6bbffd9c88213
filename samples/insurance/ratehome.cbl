       IDENTIFICATION DIVISION.
       PROGRAM-ID.    RATEHOME.
      *****************************************************************
      *  Rates a home policy: sum insured, age of the house, alarm,    *
      *  and a list of extras, each a letter:                          *
      *      B bicycles   G glass   W water   E earthquake             *
      *  Return code: 0 rated, 1 refer to an underwriter, 2 decline    *
      *****************************************************************
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  HOUSE-AGE                   PIC S9(04).
       01  EXTRA-COUNTS.
           05  BICYCLES                PIC 9(02).
           05  GLASS-PANES             PIC 9(02).
           05  WATER-DAMAGE            PIC 9(02).
           05  EARTHQUAKES             PIC 9(02).
       01  EXTRA-COUNT REDEFINES EXTRA-COUNTS
                                       PIC 9(02) OCCURS 4 TIMES.
       01  EXTRA-PRICES.
           05  FILLER                  PIC X(25)
                                   VALUE "BICYCLES            01850".
           05  FILLER                  PIC X(25)
                                   VALUE "GLASS               02200".
           05  FILLER                  PIC X(25)
                                   VALUE "WATER DAMAGE        03975".
           05  FILLER                  PIC X(25)
                                   VALUE "EARTHQUAKE          12050".
       01  FILLER REDEFINES EXTRA-PRICES.
           05  EXTRA-PRICE-ENTRY       OCCURS 4 TIMES
                                       INDEXED BY EXTRA-IX.
               10  EXTRA-NAME          PIC X(20).
               10  EXTRA-PRICE         PIC 9(03)V99.
       01  SUB                         PIC 9(02) COMP.
       01  UNKNOWN-EXTRAS              PIC 9(02).
       01  WORK-EXTRAS                 PIC X(08).
       01  RISK-FACTOR                 PIC 9V9(05) COMP-3.

       LINKAGE SECTION.
       COPY quote.
       01  RATING-DATE.
           05  RATING-YEAR             PIC 9(04).
           05  FILLER                  PIC X(04).

       PROCEDURE DIVISION USING QUOTATION RATING-DATE.
       RATE-HOME.
           IF QH-BUILT NOT NUMERIC OR QH-SUM-INSURED NOT NUMERIC
               MOVE "HOME DETAILS ARE NOT NUMERIC" TO QT-MESSAGE
               MOVE 2 TO RETURN-CODE
               GOBACK
           END-IF
           COMPUTE HOUSE-AGE = RATING-YEAR - QH-BUILT
           IF HOUSE-AGE < 0
               MOVE "HOUSE IS NOT BUILT YET" TO QT-MESSAGE
               MOVE 2 TO RETURN-CODE
               GOBACK
           END-IF
           IF HOUSE-AGE > 150 OR QH-SUM-INSURED > 5000000
               MOVE "SURVEY NEEDED" TO QT-MESSAGE
               MOVE 1 TO RETURN-CODE
               GOBACK
           END-IF
      *    0.11 % of the sum, growing slowly with the age of the house
           COMPUTE RISK-FACTOR ROUNDED =
               0.0011 * (1 + FUNCTION INTEGER (HOUSE-AGE / 10) / 20)
           COMPUTE QT-PREMIUM ROUNDED = QH-SUM-INSURED * RISK-FACTOR
           PERFORM RATE-EXTRAS
           IF QH-HAS-ALARM
               ADD 1 TO QT-LOADINGS
               MOVE "ALARM" TO QT-LOAD-TEXT (QT-LOADINGS)
               COMPUTE QT-LOAD-AMOUNT (QT-LOADINGS) ROUNDED =
                   QT-PREMIUM * -0.05
               ADD QT-LOAD-AMOUNT (QT-LOADINGS) TO QT-PREMIUM
           END-IF
           MOVE 0 TO RETURN-CODE
           GOBACK.

       RATE-EXTRAS.
           INITIALIZE EXTRA-COUNTS
           MOVE FUNCTION UPPER-CASE (QH-EXTRAS) TO WORK-EXTRAS
           INSPECT WORK-EXTRAS TALLYING
               BICYCLES     FOR ALL "B"
               GLASS-PANES  FOR ALL "G"
               WATER-DAMAGE FOR ALL "W"
               EARTHQUAKES  FOR ALL "E" BEFORE INITIAL "."
           PERFORM VARYING EXTRA-IX FROM 1 BY 1 UNTIL EXTRA-IX > 4
               SET SUB TO EXTRA-IX
               IF EXTRA-COUNT (SUB) > 0 AND QT-LOADINGS < 5
                   ADD 1 TO QT-LOADINGS
                   MOVE EXTRA-NAME (EXTRA-IX)
                       TO QT-LOAD-TEXT (QT-LOADINGS)
                   MULTIPLY EXTRA-PRICE (EXTRA-IX)
                       BY EXTRA-COUNT (SUB)
                       GIVING QT-LOAD-AMOUNT (QT-LOADINGS)
                   ADD QT-LOAD-AMOUNT (QT-LOADINGS) TO QT-PREMIUM
               END-IF
           END-PERFORM.
