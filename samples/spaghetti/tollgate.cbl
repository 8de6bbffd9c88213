       IDENTIFICATION DIVISION.
       PROGRAM-ID.    TOLLGATE.
      *****************************************************************
      *  BRIDGE TOLLS OF A DAY - ugly on purpose.                      *
      *                                                                *
      *  The tolls it works out are simple. The way it gets there is   *
      *  not: paragraphs are performed and also fallen into, ranges    *
      *  overlap, GO TO leaves a range and comes back, GO TO DEPENDING *
      *  picks the class, a loop is made of labels, a sentence ends    *
      *  where it should not. Nothing uses ALTER.                      *
      *****************************************************************
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT PASSAGES ASSIGN TO "PASSAGES"
               ORGANIZATION IS LINE SEQUENTIAL.
           SELECT TOLLS    ASSIGN TO "TOLLS"
               ORGANIZATION IS LINE SEQUENTIAL.
       DATA DIVISION.
       FILE SECTION.
       FD  PASSAGES.
       01  PASSAGE.
           05  P-PLATE         PIC X(08).
           05  P-CLASS         PIC 9.
           05  P-HOUR          PIC 99.
           05  P-AXLES         PIC 9.
           05  P-WEIGHT        PIC 9(05).
           05  P-PASS          PIC X.
       FD  TOLLS.
       01  TOLL-LINE           PIC X(60).
       WORKING-STORAGE SECTION.
       77  W-TOLL              PIC 9(05)V99 VALUE 0.
       77  W-BASE              PIC 9(03)V99 VALUE 0.
       77  W-SUM               PIC 9(07)V99 VALUE 0.
       77  W-N                 PIC 9(05) VALUE 0.
       77  W-I                 PIC 9(02) VALUE 0.
       77  W-SW                PIC 9 VALUE 0.
       77  W-ERR               PIC 9(03) VALUE 0.
       77  W-TRACE             PIC X(20) VALUE SPACES.
       77  W-T                 PIC 9(02) VALUE 1.
       77  W-EDIT              PIC ZZ,ZZ9.99.
       77  W-HOLD              PIC X(08) VALUE SPACES.
       77  W-AGAIN             PIC 9(02) VALUE 0.
       PROCEDURE DIVISION.
       A000.
           OPEN INPUT PASSAGES OUTPUT TOLLS.
           PERFORM T000 THRU T000-X.
      *    Falls into the reading loop.
       B000.
           READ PASSAGES AT END GO TO Z000.
           ADD 1 TO W-N.
           MOVE SPACES TO W-TRACE.
           MOVE 1 TO W-T.
           MOVE 0 TO W-TOLL.
           IF P-PASS = "X" GO TO B900.
           IF P-CLASS NOT NUMERIC OR P-AXLES NOT NUMERIC
               GO TO E000.
           GO TO C100 C200 C300 C400 DEPENDING ON P-CLASS.
      *    Any other class arrives here and is looked at again.
           IF P-CLASS = 9 MOVE 2 TO P-CLASS PERFORM C200 GO TO D000.
           GO TO E000.
      *    Both entered by GO TO and performed: who ends where?
       C100.
           MOVE 2.50 TO W-BASE.
           PERFORM C900.
           IF P-HOUR < 6 OR > 21 GO TO C150.
           GO TO D000.
       C150.
           MOVE "N" TO W-TRACE (W-T:1) ADD 1 TO W-T.
           COMPUTE W-TOLL ROUNDED = W-TOLL * 0.65.
           GO TO D000.
       C200.
           MOVE 7.80 TO W-BASE.
           PERFORM C900 P-AXLES TIMES.
       C250.
           IF P-WEIGHT > 7500 AND P-CLASS = 2
               MOVE "H" TO W-TRACE (W-T:1) ADD 1 TO W-T
               ADD 4.15 TO W-TOLL
               NEXT SENTENCE
           ELSE
               MOVE "L" TO W-TRACE (W-T:1)
               ADD 1 TO W-T.
      *    The sentence above ended; this one is for all.
           GO TO D000.
       C300.
      *    The range C250 THRU D000 is left by GO TO D000 inside C250,
      *    which lands at its last paragraph and so returns here.
           MOVE 1.10 TO W-BASE.
           PERFORM C900.
           PERFORM C250 THRU D000.
           MOVE "3" TO W-TRACE (W-T:1).
           ADD 1 TO W-T.
           PERFORM C350 VARYING W-I FROM 1 BY 1 UNTIL W-I > P-AXLES.
           GO TO F000.
       C350.
           IF W-I = 3 GO TO C350-SKIP.
           ADD .25 TO W-TOLL.
       C350-SKIP.
      *    Reached by the GO TO out of C350: the PERFORM never ends in
      *    C350 for W-I = 3, control falls on into C400's class.
           MOVE "S" TO W-TRACE (W-T:1).
           ADD 1 TO W-T.
           IF P-CLASS = 3 GO TO F000.
       C400.
           MOVE 0 TO W-AGAIN.
       C410.
           ADD 1 TO W-AGAIN.
           MOVE 3.33 TO W-BASE.
           PERFORM C900 THRU C910.
           IF W-AGAIN < P-AXLES GO TO C410.
           IF W-HOLD = P-PLATE GO TO C450.
           MOVE P-PLATE TO W-HOLD.
           GO TO D000.
       C450.
      *    The same plate as the last class 4 vehicle: a shuttle.
           MOVE "=" TO W-TRACE (W-T:1) ADD 1 TO W-T.
           DIVIDE 2 INTO W-TOLL ROUNDED.
           GO TO D000.
       C900.
           ADD W-BASE TO W-TOLL.
           MOVE "+" TO W-TRACE (W-T:1).
           IF W-T < 20 ADD 1 TO W-T.
       C910.
           IF P-HOUR > 6 AND < 9
               ADD .50 TO W-TOLL
               MOVE "R" TO W-TRACE (W-T:1)
               ADD 1 TO W-T.
       D000.
           IF P-WEIGHT > 20000
               ADD 15 TO W-TOLL.
       F000.
           ADD W-TOLL TO W-SUM.
           PERFORM G000 THRU G000-X.
           GO TO B000.
       B900.
           MOVE "EXEMPT" TO W-TRACE.
           PERFORM G000 THRU G000-X.
           IF W-SW = 0 MOVE 1 TO W-SW GO TO T100.
           GO TO B000.
       E000.
           ADD 1 TO W-ERR.
           IF W-ERR > 3 GO TO Y000.
           DISPLAY "BAD PASSAGE " W-N " " PASSAGE.
           GO TO B000.
      *    Print range with an early exit in its middle.
       G000.
           MOVE SPACES TO TOLL-LINE.
           IF W-TOLL = 0 AND W-TRACE NOT = "EXEMPT" GO TO G000-X.
           MOVE W-TOLL TO W-EDIT.
       G010.
           STRING P-PLATE " " P-CLASS " " W-EDIT " " W-TRACE
               DELIMITED BY SIZE INTO TOLL-LINE.
           WRITE TOLL-LINE.
       G000-X.
           EXIT.
      *    Title: performed once at the start, and entered again by a
      *    GO TO after the first exempt vehicle, when it falls through
      *    its own exit into what follows.
       T000.
           MOVE "PLATE    C      TOLL HOW" TO TOLL-LINE.
           GO TO T900.
       T100.
           MOVE "-- FIRST EXEMPT VEHICLE ABOVE --" TO TOLL-LINE.
       T900.
           WRITE TOLL-LINE.
       T000-X.
           EXIT.
       T999.
           DISPLAY "FELL THROUGH THE TITLE AT " W-N.
           GO TO B000.
       Y000.
           DISPLAY "TOO MANY ERRORS AT " W-N.
           MOVE 8 TO RETURN-CODE.
       Z000.
           IF W-N = 0 DISPLAY "NOTHING" GO TO Z900.
           PERFORM Z100 VARYING W-I FROM 3 BY -1 UNTIL W-I = 0
               AFTER W-AGAIN FROM 1 BY 2 UNTIL W-AGAIN > W-I.
       Z050.
           MOVE W-SUM TO W-EDIT.
           DISPLAY "PASSAGES " W-N " TOLLS " W-EDIT " ERRORS " W-ERR.
           IF W-ERR NOT = 0 AND RETURN-CODE = 0
               MOVE 4 TO RETURN-CODE.
           GO TO Z900.
       Z100.
           DISPLAY "CLOSING " W-I "/" W-AGAIN.
           IF W-I = 2 AND W-AGAIN = 1 GO TO Z150.
       Z150.
      *    Left Z100 by a GO TO that lands just behind it: the PERFORM
      *    is still open, and everything from here runs once in line.
           IF W-SW = 1 MOVE 2 TO W-SW DISPLAY "ONCE" GO TO Z050.
       Z900.
           CLOSE PASSAGES TOLLS.
           STOP RUN.
