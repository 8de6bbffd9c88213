       IDENTIFICATION DIVISION.
       PROGRAM-ID.    RATETRVL.
      *****************************************************************
      *  Rates a travel policy by zone, days and travellers. The price *
      *  is in LOCAL-STORAGE: it starts afresh on every call.          *
      *  Return code: 0 rated, 1 refer to an underwriter, 2 decline    *
      *****************************************************************
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  CALLS-SEEN                  PIC 9(02) VALUE 0.

       LOCAL-STORAGE SECTION.
       01  DAY-PRICE                   PIC 9(02)V99 VALUE 1.20.
       01  PERSON-DAYS                 PIC 9(05) COMP-5.

       LINKAGE SECTION.
       COPY quote.
       01  RATING-DATE                 PIC 9(08).

       PROCEDURE DIVISION USING QUOTATION RATING-DATE.
       RATE-TRAVEL.
           ADD 1 TO CALLS-SEEN
           IF QV-DAYS NOT NUMERIC OR QV-TRAVELLERS NOT NUMERIC
                   OR NOT (QV-NEAR OR QV-FAR)
               MOVE "TRAVEL DETAILS ARE WRONG" TO QT-MESSAGE
               MOVE 2 TO RETURN-CODE
               GOBACK
           END-IF
           IF QV-FAR
               MULTIPLY 2.75 BY DAY-PRICE ROUNDED
           END-IF
           IF QV-ZONE = "3"
               ADD .80 TO DAY-PRICE
           END-IF
           MULTIPLY QV-DAYS BY QV-TRAVELLERS GIVING PERSON-DAYS
           MULTIPLY PERSON-DAYS BY DAY-PRICE GIVING QT-PREMIUM
           IF QT-SENIOR
               MOVE 1 TO QT-LOADINGS
               MOVE "SENIOR TRAVELLER" TO QT-LOAD-TEXT (1)
               DIVIDE QT-PREMIUM BY 2 GIVING QT-LOAD-AMOUNT (1) ROUNDED
               ADD QT-LOAD-AMOUNT (1) TO QT-PREMIUM
           END-IF
           DISPLAY "TRAVEL QUOTATION " CALLS-SEEN " OF THE RUN, "
               PERSON-DAYS " DAYS AT " DAY-PRICE
           MOVE 0 TO RETURN-CODE.
