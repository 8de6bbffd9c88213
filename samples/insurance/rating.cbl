       IDENTIFICATION DIVISION.
       PROGRAM-ID.    RATING.
      *****************************************************************
      *  INSURANCE QUOTATIONS                                          *
      *                                                                *
      *  Each line of the request file is one quotation, written by    *
      *  hand: fields parted by ; or | with stray blanks, any case.    *
      *      number;product;surname, given;yyyy-mm-dd;postcode;details *
      *  RATING takes the line apart, checks it, calls the program     *
      *  that rates the product and writes the offer.                  *
      *                                                                *
      *  Return code: the number of requests that were declined        *
      *****************************************************************
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT REQUEST-FILE    ASSIGN TO "REQUESTS"
               ORGANIZATION IS LINE SEQUENTIAL.
           SELECT OFFER-FILE      ASSIGN TO "OFFERS"
               ORGANIZATION IS LINE SEQUENTIAL.

       DATA DIVISION.
       FILE SECTION.
       FD  REQUEST-FILE.
       01  REQUEST-LINE                PIC X(120).
       FD  OFFER-FILE.
       01  OFFER-LINE                  PIC X(100).

       WORKING-STORAGE SECTION.
       COPY quote.
       01  SWITCHES.
           05  PIC X.
               88  END-OF-REQUESTS     VALUE "E" FALSE "-".
           05  QUOTE-STATE             PIC 9(02) COMP.
               88  QUOTE-ACCEPTED      VALUE 0.
               88  QUOTE-REFERRED      VALUE 1.
               88  QUOTE-DECLINED      VALUES 2 THRU 9.
       01  PIECES.
           05  PIECE-NUMBER            PIC X(12).
           05  PIECE-PRODUCT           PIC X(12).
           05  PIECE-NAME              PIC X(40).
           05  PIECE-BIRTH             PIC X(12).
           05  PIECE-POSTCODE          PIC X(12).
           05  PIECE-DETAILS           PIC X(40).
       01  UNSTRING-WORK.
           05  PIECE-COUNT             PIC 9(02).
           05  NAME-LENGTH             PIC 9(03).
           05  NEXT-POSITION           PIC 9(03).
           05  BLANKS-BEFORE           PIC 9(03).
           05  DATE-YEAR               PIC 9(04).
           05  DATE-MONTH              PIC 9(02).
           05  DATE-DAY                PIC 9(02).
       01  TODAY                       PIC 9(08).
       01  TODAY-PARTS REDEFINES TODAY.
           05  TODAY-YEAR              PIC 9(04).
           05  TODAY-MMDD              PIC 9(04).
       01  BIRTH-PARTS.
           05  BIRTH-YEAR              PIC 9(04).
           05  BIRTH-MMDD              PIC 9(04).
       01  RATER-NAME                  PIC X(08).
       01  LINE-POINTER                PIC 9(03) COMP.
       01  SHOW-PREMIUM                PIC $$$,$$9.99.
       01  SHOW-LOADING                PIC +++,++9.99.
       01  SUB                         PIC 9(02) COMP.
       01  COUNTERS                    COMP-5.
           05  ACCEPTED-COUNT          PIC 9(04) VALUE 0.
           05  REFERRED-COUNT          PIC 9(04) VALUE 0.
           05  DECLINED-COUNT          PIC 9(04) VALUE 0.
       01  PREMIUM-SUM                 PIC S9(09)V99 VALUE 0.
       01  PREMIUM-HIGHEST             PIC S9(07)V99 VALUE 0.

       PROCEDURE DIVISION.
       MAIN-LINE.
           MOVE FUNCTION CURRENT-DATE (1:8) TO TODAY
           OPEN INPUT REQUEST-FILE OUTPUT OFFER-FILE
           PERFORM WITH TEST BEFORE UNTIL END-OF-REQUESTS
               READ REQUEST-FILE
                   AT END
                       SET END-OF-REQUESTS TO TRUE
                   NOT AT END
                       IF REQUEST-LINE (1:1) NOT = "#"
                               AND REQUEST-LINE NOT = SPACES
                           PERFORM ONE-REQUEST
                       END-IF
               END-READ
           END-PERFORM
           CLOSE REQUEST-FILE OFFER-FILE
           DISPLAY "ACCEPTED " ACCEPTED-COUNT
                   " REFERRED " REFERRED-COUNT
                   " DECLINED " DECLINED-COUNT
           DISPLAY "PREMIUMS " PREMIUM-SUM
                   " HIGHEST " PREMIUM-HIGHEST
           MOVE DECLINED-COUNT TO RETURN-CODE
           GOBACK.

       ONE-REQUEST.
           INITIALIZE QUOTATION
           SET QUOTE-ACCEPTED TO TRUE
           PERFORM TAKE-APART
           IF QUOTE-ACCEPTED
               PERFORM CHECK-APPLICANT
           END-IF
           IF QUOTE-ACCEPTED
               PERFORM RATE-PRODUCT
           END-IF
           PERFORM WRITE-OFFER.

      *----------------------------------------------------------------
      *  The line: six fields. Each is trimmed; names are put in the
      *  form SURNAME / Given.
      *----------------------------------------------------------------
       TAKE-APART.
           MOVE SPACES TO PIECES
           MOVE 0 TO PIECE-COUNT
           UNSTRING REQUEST-LINE DELIMITED BY ";" OR "|"
               INTO PIECE-NUMBER PIECE-PRODUCT PIECE-NAME
                    PIECE-BIRTH PIECE-POSTCODE PIECE-DETAILS
               TALLYING IN PIECE-COUNT
               ON OVERFLOW
                   MOVE "TOO MANY FIELDS" TO QT-MESSAGE
                   MOVE 2 TO QUOTE-STATE
           END-UNSTRING
           MOVE FUNCTION UPPER-CASE (FUNCTION TRIM (PIECE-NUMBER))
               TO QT-NUMBER
           IF PIECE-COUNT < 6 AND QUOTE-ACCEPTED
               MOVE "FIELDS ARE MISSING" TO QT-MESSAGE
               SET QUOTE-DECLINED TO TRUE
           END-IF
           IF QUOTE-ACCEPTED
               MOVE FUNCTION TRIM (PIECE-PRODUCT LEADING) TO QT-PRODUCT
               INSPECT QT-PRODUCT CONVERTING "mht" TO "MHT"
               MOVE FUNCTION TRIM (PIECE-NAME) TO PIECE-NAME
               UNSTRING PIECE-NAME DELIMITED BY "," OR ALL SPACE
                   INTO QT-SURNAME COUNT IN NAME-LENGTH
                        QT-GIVEN-NAME
               MOVE FUNCTION UPPER-CASE (QT-SURNAME) TO QT-SURNAME
               PERFORM GIVEN-NAME-AFTER-COMMA
               PERFORM TAKE-DATE-APART
               MOVE FUNCTION TRIM (PIECE-POSTCODE LEADING)
                   TO QT-POSTCODE
               INSPECT QT-POSTCODE REPLACING ALL "-" BY SPACE
                   CHARACTERS BY "*" AFTER INITIAL "/"
               MOVE FUNCTION TRIM (PIECE-DETAILS LEADING) TO QT-DETAILS
           END-IF.

       GIVEN-NAME-AFTER-COMMA.
           COMPUTE NEXT-POSITION = NAME-LENGTH + 2
           MOVE FUNCTION TRIM (PIECE-NAME (NEXT-POSITION:) LEADING)
               TO QT-GIVEN-NAME
           MOVE FUNCTION LOWER-CASE (QT-GIVEN-NAME (2:))
               TO QT-GIVEN-NAME (2:)
           MOVE FUNCTION UPPER-CASE (QT-GIVEN-NAME (1:1))
               TO QT-GIVEN-NAME (1:1).

       TAKE-DATE-APART.
           MOVE 0 TO BLANKS-BEFORE
           INSPECT PIECE-BIRTH TALLYING BLANKS-BEFORE
               FOR LEADING SPACES
           COMPUTE NEXT-POSITION = BLANKS-BEFORE + 1
           UNSTRING PIECE-BIRTH DELIMITED BY "-" OR "/" OR SPACE
               INTO DATE-YEAR DATE-MONTH DATE-DAY
               WITH POINTER NEXT-POSITION
           COMPUTE QT-BIRTH-DATE =
               DATE-YEAR * 10000 + DATE-MONTH * 100 + DATE-DAY.

       CHECK-APPLICANT.
           IF FUNCTION TEST-DATE-YYYYMMDD (QT-BIRTH-DATE) NOT = 0
               MOVE "BIRTH DATE IS NOT A DATE" TO QT-MESSAGE
               SET QUOTE-DECLINED TO TRUE
           ELSE
               MOVE QT-BIRTH-DATE TO BIRTH-PARTS
               SUBTRACT BIRTH-YEAR FROM TODAY-YEAR GIVING QT-AGE
               IF TODAY-MMDD < BIRTH-MMDD AND QT-AGE > 0
                   SUBTRACT 1 FROM QT-AGE
               END-IF
               EVALUATE TRUE ALSO TRUE
                   WHEN QT-MINOR ALSO QT-TRAVEL
                       CONTINUE
                   WHEN QT-MINOR ALSO ANY
                       MOVE "APPLICANT IS A MINOR" TO QT-MESSAGE
                       SET QUOTE-DECLINED TO TRUE
                   WHEN QT-SENIOR ALSO QT-MOTOR
                       MOVE "SENIOR DRIVER: MEDICAL NOTE" TO QT-MESSAGE
                       SET QUOTE-REFERRED TO TRUE
                   WHEN ANY ALSO QT-SURNAME IS NOT ALPHABETIC
                       MOVE "NAME HAS ODD CHARACTERS" TO QT-MESSAGE
                       SET QUOTE-REFERRED TO TRUE
               END-EVALUATE
           END-IF.

       RATE-PRODUCT.
           EVALUATE QT-PRODUCT
               WHEN "M"   MOVE "RATEMOTR" TO RATER-NAME
               WHEN "H"   MOVE "RATEHOME" TO RATER-NAME
               WHEN "T"   MOVE "RATETRVL" TO RATER-NAME
               WHEN OTHER MOVE SPACES TO RATER-NAME
                          MOVE "UNKNOWN PRODUCT" TO QT-MESSAGE
                          SET QUOTE-DECLINED TO TRUE
           END-EVALUATE
           IF RATER-NAME NOT = SPACES
               CALL RATER-NAME USING QUOTATION BY CONTENT TODAY
                   ON EXCEPTION
                       STRING "NO PROGRAM RATES PRODUCT "
                              QT-PRODUCT DELIMITED BY SIZE
                           INTO QT-MESSAGE
                       MOVE 3 TO RETURN-CODE
               END-CALL
               MOVE RETURN-CODE TO QUOTE-STATE
               MOVE 0 TO RETURN-CODE
           END-IF.

       WRITE-OFFER.
           MOVE SPACES TO OFFER-LINE
           MOVE 1 TO LINE-POINTER
           STRING QT-NUMBER DELIMITED BY SPACE
                  ": "      DELIMITED BY SIZE
                  QT-GIVEN-NAME DELIMITED BY SPACE
                  " " QT-SURNAME DELIMITED BY SIZE
               INTO OFFER-LINE
               WITH POINTER LINE-POINTER
           EVALUATE TRUE
               WHEN QUOTE-ACCEPTED
                   ADD 1 TO ACCEPTED-COUNT
                   ADD QT-PREMIUM TO PREMIUM-SUM
                   MOVE FUNCTION MAX (PREMIUM-HIGHEST QT-PREMIUM)
                       TO PREMIUM-HIGHEST
                   MOVE QT-PREMIUM TO SHOW-PREMIUM
                   STRING " PREMIUM " SHOW-PREMIUM DELIMITED BY SIZE
                       INTO OFFER-LINE WITH POINTER LINE-POINTER
               WHEN QUOTE-REFERRED
                   ADD 1 TO REFERRED-COUNT
                   STRING " REFERRED: " QT-MESSAGE DELIMITED BY SIZE
                       INTO OFFER-LINE WITH POINTER LINE-POINTER
               WHEN QUOTE-DECLINED
                   ADD 1 TO DECLINED-COUNT
                   STRING " DECLINED: " QT-MESSAGE DELIMITED BY SIZE
                       INTO OFFER-LINE WITH POINTER LINE-POINTER
           END-EVALUATE
           WRITE OFFER-LINE
           IF QUOTE-ACCEPTED
               PERFORM VARYING SUB FROM 1 BY 1 UNTIL SUB > QT-LOADINGS
                   MOVE QT-LOAD-AMOUNT (SUB) TO SHOW-LOADING
                   MOVE SPACES TO OFFER-LINE
                   STRING "    " QT-LOAD-TEXT (SUB) SHOW-LOADING
                       DELIMITED BY SIZE INTO OFFER-LINE
                   WRITE OFFER-LINE
               END-PERFORM
           END-IF.
