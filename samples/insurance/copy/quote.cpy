      *> ---------------------------------------------------------------
      *> A quotation under way: passed from the main program to each of
      *> the rating subprograms.
      *> ---------------------------------------------------------------
       01  QUOTATION.
           05  QT-NUMBER               PIC X(08).
           05  QT-PRODUCT              PIC X(01).
               88  QT-MOTOR            VALUE "M".
               88  QT-HOME             VALUE "H".
               88  QT-TRAVEL           VALUE "T".
           05  QT-SURNAME              PIC X(20).
           05  QT-GIVEN-NAME           PIC X(15).
           05  QT-BIRTH-DATE           PIC 9(08).
           05  QT-AGE                  PIC 9(03).
               88  QT-MINOR            VALUES 0 THRU 17.
               88  QT-YOUNG            VALUES 18 THRU 24.
               88  QT-ADULT            VALUES 25 THRU 69.
               88  QT-SENIOR           VALUES 70 THRU 999.
           05  QT-POSTCODE             PIC X(08).
           05  QT-DETAILS              PIC X(30).
           05  QT-MOTOR-DETAILS REDEFINES QT-DETAILS.
               10  QM-GROUP            PIC 9(02).
               10  QM-VALUE            PIC 9(06).
               10  QM-CLAIM-FREE       PIC 9(02).
               10  QM-COVER            PIC X(01).
                   88  QM-FULL         VALUE "F".
                   88  QM-PARTIAL      VALUE "P".
                   88  QM-LIABILITY    VALUE "L".
               10  FILLER              PIC X(19).
           05  QT-HOME-DETAILS REDEFINES QT-DETAILS.
               10  QH-BUILT            PIC 9(04).
               10  QH-SUM-INSURED      PIC 9(08).
               10  QH-ROOMS            PIC 9(02).
               10  QH-ALARM            PIC X(01).
                   88  QH-HAS-ALARM    VALUE "Y".
               10  QH-EXTRAS           PIC X(08).
               10  FILLER              PIC X(07).
           05  QT-TRAVEL-DETAILS REDEFINES QT-DETAILS.
               10  QV-ZONE             PIC X(01).
                   88  QV-NEAR         VALUE "1".
                   88  QV-FAR          VALUE "2" "3".
               10  QV-DAYS             PIC 9(03).
               10  QV-TRAVELLERS       PIC 9(02).
               10  FILLER              PIC X(24).
           05  QT-PREMIUM              PIC S9(07)V99   COMP-3.
           05  QT-LOADINGS             PIC S9(02) COMP.
           05  QT-LOADING              OCCURS 6 TIMES.
               10  QT-LOAD-TEXT        PIC X(20).
               10  QT-LOAD-AMOUNT      PIC S9(07)V99   COMP-3.
           05  QT-MESSAGE              PIC X(40).
