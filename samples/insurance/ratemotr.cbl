       IDENTIFICATION DIVISION.
       PROGRAM-ID.    RATEMOTR.
      *****************************************************************
      *  Rates a motor policy: vehicle group, driver's age, cover and  *
      *  years without a claim. Keeps count of the policies it rated,  *
      *  for the fleet rebate on every fifth.                          *
      *  Return code: 0 rated, 1 refer to an underwriter, 2 decline    *
      *****************************************************************
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  RATED-COUNT                 PIC 9(05) COMP-3 VALUE ZERO.
       01  GROUP-RATES                 PIC X(40)
               VALUE "0180021502600320040005100640080010001250".
       01  FILLER REDEFINES GROUP-RATES.
           05  GROUP-RATE              PIC 9(04) OCCURS 10 TIMES.
       01  CLAIM-FREE-FACTORS          PIC X(24)
               VALUE "000010015025035045055060".
       01  FILLER REDEFINES CLAIM-FREE-FACTORS.
           05  CLAIM-FREE-FACTOR       PIC 9V99 OCCURS 8 TIMES.
       01  BASE-PREMIUM                PIC S9(07)V99 COMP-3.
       01  CHANGE-AMOUNT               PIC S9(07)V99 COMP-3.
       01  CHANGE-TEXT                 PIC X(20).
       01  FREE-YEARS                  PIC 9(02).
       01  REBATE-CHECK                PIC 9(05).
       01  EVERY-FIFTH                 PIC 9(02).

       LINKAGE SECTION.
       COPY quote.
       01  RATING-DATE                 PIC 9(08).

       PROCEDURE DIVISION USING QUOTATION RATING-DATE.
       RATE-MOTOR.
           MOVE 0 TO RETURN-CODE
           IF QM-GROUP NOT NUMERIC OR QM-VALUE NOT NUMERIC
                   OR QM-CLAIM-FREE NOT NUMERIC
               MOVE "MOTOR DETAILS ARE NOT NUMERIC" TO QT-MESSAGE
               MOVE 2 TO RETURN-CODE
               GOBACK
           END-IF
           IF QM-GROUP < 1 OR > 10
               STRING "VEHICLE GROUP " QM-GROUP DELIMITED BY SIZE
                   INTO QT-MESSAGE
               MOVE 1 TO RETURN-CODE
               EXIT PROGRAM
           END-IF
           ADD 1 TO RATED-COUNT
           MOVE GROUP-RATE (QM-GROUP) TO BASE-PREMIUM
           EVALUATE TRUE
               WHEN QM-FULL
                   COMPUTE CHANGE-AMOUNT ROUNDED = QM-VALUE * 0.0175
                   MOVE "FULL COVER" TO CHANGE-TEXT
                   PERFORM ADD-LOADING
               WHEN QM-PARTIAL
                   COMPUTE CHANGE-AMOUNT ROUNDED = QM-VALUE * 0.0065
                   MOVE "PARTIAL COVER" TO CHANGE-TEXT
                   PERFORM ADD-LOADING
               WHEN NOT QM-LIABILITY
                   MOVE "UNKNOWN COVER" TO QT-MESSAGE
                   MOVE 2 TO RETURN-CODE
                   GOBACK
           END-EVALUATE
           IF QT-YOUNG
               COMPUTE CHANGE-AMOUNT ROUNDED =
                   BASE-PREMIUM * (25 - QT-AGE) * .08
               MOVE "YOUNG DRIVER" TO CHANGE-TEXT
               PERFORM ADD-LOADING
           END-IF
           MOVE FUNCTION MIN (QM-CLAIM-FREE 7) TO FREE-YEARS
           IF FREE-YEARS > 0
               COMPUTE CHANGE-AMOUNT ROUNDED = -1 * BASE-PREMIUM
                   * CLAIM-FREE-FACTOR (FREE-YEARS + 1)
               MOVE "YEARS WITHOUT CLAIM" TO CHANGE-TEXT
               PERFORM ADD-LOADING
           END-IF
           DIVIDE RATED-COUNT BY 5 GIVING REBATE-CHECK
               REMAINDER EVERY-FIFTH
           IF EVERY-FIFTH = 0
               MOVE -25.00 TO CHANGE-AMOUNT
               MOVE "FLEET REBATE" TO CHANGE-TEXT
               PERFORM ADD-LOADING
           END-IF
           ADD BASE-PREMIUM TO QT-PREMIUM
           GOBACK.

       ADD-LOADING.
           ADD 1 TO QT-LOADINGS
           MOVE CHANGE-TEXT TO QT-LOAD-TEXT (QT-LOADINGS)
           MOVE CHANGE-AMOUNT TO QT-LOAD-AMOUNT (QT-LOADINGS)
           ADD CHANGE-AMOUNT TO QT-PREMIUM.
