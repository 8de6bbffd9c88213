       IDENTIFICATION DIVISION.
       PROGRAM-ID.    INVENTORY.
      *****************************************************************
      *  STOCK MOVEMENTS OF A PERIOD                                   *
      *                                                                *
      *  1. Loads the item master into a table (OCCURS DEPENDING ON).  *
      *  2. Sorts the movements of all warehouses by item, date and    *
      *     kind (receipts before issues); the INPUT PROCEDURE drops   *
      *     what cannot be used, the OUTPUT PROCEDURE posts the rest   *
      *     at average cost.                                           *
      *  3. Writes the new stock file: one variable record per item,   *
      *     with as many warehouses as hold stock.                     *
      *  4. Prints the valuation by class, the items to reorder, and   *
      *     the ten items of highest value (a second SORT).            *
      *****************************************************************
       ENVIRONMENT DIVISION.
       CONFIGURATION SECTION.
       SPECIAL-NAMES.
           CLASS ITEM-CHARACTERS IS "A" THRU "Z" "0" THRU "9" "-".
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT ITEM-FILE       ASSIGN TO "ITEMS"
               ORGANIZATION IS LINE SEQUENTIAL.
           SELECT MOVEMENT-FILE   ASSIGN TO "MOVES"
               ORGANIZATION IS LINE SEQUENTIAL.
           SELECT STOCK-FILE      ASSIGN TO "STOCK"
               ORGANIZATION IS SEQUENTIAL.
           SELECT REPORT-FILE     ASSIGN TO "STOCKRPT"
               ORGANIZATION IS LINE SEQUENTIAL.
           SELECT RANKING-FILE    ASSIGN TO "RANKING"
               ORGANIZATION IS LINE SEQUENTIAL.
           SELECT SORT-FILE       ASSIGN TO "SORTWK1".
           SELECT RANK-SORT       ASSIGN TO "SORTWK2".

       DATA DIVISION.
       FILE SECTION.
       FD  ITEM-FILE.
       01  ITEM-RECORD.
           05  IN-NUMBER               PIC X(06).
           05  IN-NAME                 PIC X(20).
           05  IN-CLASS                PIC X(01).
           05  IN-REORDER              PIC 9(05).
           05  IN-STOCK                OCCURS 3 TIMES.
               10  IN-ON-HAND          PIC 9(05).
               10  IN-COST             PIC 9(05)V99.
       FD  MOVEMENT-FILE.
       01  MOVEMENT-RECORD.
           COPY movement REPLACING ==:P:== BY ==MOVE==.
       FD  STOCK-FILE
           RECORD IS VARYING IN SIZE FROM 28 TO 61 CHARACTERS.
       01  STOCK-RECORD.
           05  OUT-NUMBER              PIC X(06).
           05  OUT-NAME                PIC X(20).
           05  OUT-COUNT               PIC 9(02).
           05  OUT-WAREHOUSE           OCCURS 0 TO 3 TIMES
                                       DEPENDING ON OUT-COUNT.
               10  OUT-CODE            PIC X(02).
               10  OUT-ON-HAND         PIC S9(05) COMP-3.
               10  OUT-VALUE           PIC S9(09)V99 COMP-3.
       FD  REPORT-FILE.
       01  REPORT-LINE                 PIC X(80).
       FD  RANKING-FILE.
       01  RANKING-RECORD.
           05  RANKED-VALUE            PIC 9(09)V99.
           05  RANKED-NUMBER           PIC X(06).
           05  RANKED-NAME             PIC X(20).
       SD  SORT-FILE.
       01  SORT-RECORD.
           COPY movement REPLACING ==:P:== BY ==SORT==.
           05  SORT-ORDER              PIC 9(01).
           05  SORT-ARRIVAL            PIC 9(06).
       SD  RANK-SORT.
       01  RANK-RECORD.
           05  RANK-VALUE              PIC 9(09)V99.
           05  RANK-NUMBER             PIC X(06).
           05  RANK-NAME               PIC X(20).

       WORKING-STORAGE SECTION.
       COPY itemtab.

       01  WAREHOUSE-VALUES            PIC X(06) VALUE "NOCESO".
       01  WAREHOUSE-TABLE REDEFINES WAREHOUSE-VALUES.
           05  WAREHOUSE-CODE          PIC X(02) OCCURS 3 TIMES
                                       INDEXED BY WH-IX.

       01  CLASS-TOTALS.
           05  CLASS-ENTRY             OCCURS 4 TIMES
                                       INDEXED BY CLASS-IX.
               10  CLASS-LETTER        PIC X(01).
               10  CLASS-ITEMS         PIC 9(05)     COMP.
               10  CLASS-QUANTITY      PIC S9(07)    COMP.
               10  CLASS-VALUE         PIC S9(11)V99 COMP-3.

       01  SWITCHES.
           05  FILE-SWITCH             PIC X VALUE SPACE.
               88  FILE-ENDED          VALUE "E" FALSE SPACE.
           05  SORT-SWITCH             PIC X VALUE SPACE.
               88  SORT-ENDED          VALUE "E" FALSE SPACE.

       01  WORK-AREA.
           05  AVERAGE-COST            PIC S9(07)V9(04) COMP-3.
           05  ISSUE-VALUE             PIC S9(09)V99    COMP-3.
           05  DIFFERENCE              PIC S9(07)       COMP-3.
           05  ITEM-TOTAL              PIC S9(07)       COMP-3.
           05  ITEM-WORTH              PIC S9(09)V99    COMP-3.
           05  SUB                     PIC 9(04)        COMP.
           05  MOVE-TEXT               PIC X(30).

       01  COUNTERS                    COMP.
           05  MOVES-READ              PIC 9(06) VALUE ZERO.
           05  MOVES-DROPPED           PIC 9(06) VALUE ZERO.
           05  MOVES-POSTED            PIC 9(06) VALUE ZERO.
           05  MOVES-SHORT             PIC 9(06) VALUE ZERO.

       01  CLASS-LINE.
           05  FILLER                  PIC X(06) VALUE "CLASS ".
           05  CL-LETTER               PIC X.
           05  CL-ITEMS                PIC Z(5)9.
           05  FILLER                  PIC X(06) VALUE " ITEMS".
           05  CL-QUANTITY             PIC Z(8)9-.
           05  FILLER                  PIC X(07) VALUE " PIECES".
           05  CL-VALUE                PIC Z,ZZZ,ZZZ,ZZ9.99-.
       01  REORDER-LINE.
           05  FILLER                  PIC X(08) VALUE "REORDER ".
           05  RL-NUMBER               PIC X(06).
           05  FILLER                  PIC X     VALUE SPACE.
           05  RL-NAME                 PIC X(20).
           05  RL-TOTAL                PIC -(6)9.
           05  FILLER                  PIC X(10) VALUE " OF AT LEA".
           05  FILLER                  PIC X(03) VALUE "ST ".
           05  RL-LEVEL                PIC ZZZZ9.
       01  RANK-LINE.
           05  KL-PLACE                PIC Z9.
           05  FILLER                  PIC X(02) VALUE ". ".
           05  KL-NUMBER               PIC X(06).
           05  FILLER                  PIC X     VALUE SPACE.
           05  KL-NAME                 PIC X(20).
           05  KL-VALUE                PIC ZZZ,ZZZ,ZZ9.99.

       PROCEDURE DIVISION.
       MAIN-LINE.
           PERFORM LOAD-ITEMS
           OPEN OUTPUT REPORT-FILE
           SORT SORT-FILE
               ON ASCENDING KEY SORT-ITEM SORT-DATE
               ON DESCENDING KEY SORT-ORDER
               ON ASCENDING KEY SORT-ARRIVAL
               INPUT PROCEDURE IS SELECT-MOVEMENTS
               OUTPUT PROCEDURE IS POST-MOVEMENTS
           PERFORM WRITE-STOCK
           PERFORM PRINT-CLASSES
           PERFORM PRINT-REORDERS
           SORT RANK-SORT
               ON DESCENDING KEY RANK-VALUE
               ON ASCENDING KEY RANK-NUMBER
               INPUT PROCEDURE IS RELEASE-WORTHS
               GIVING RANKING-FILE
           PERFORM PRINT-RANKING
           CLOSE REPORT-FILE
           DISPLAY "ITEMS " ITEM-COUNT
           DISPLAY "MOVEMENTS READ " MOVES-READ
               " DROPPED " MOVES-DROPPED
               " POSTED " MOVES-POSTED
               " SHORT " MOVES-SHORT
           STOP RUN.

      *----------------------------------------------------------------
      *  The item master comes sorted; a record out of order would
      *  break SEARCH ALL, so it stops the run.
      *----------------------------------------------------------------
       LOAD-ITEMS.
           OPEN INPUT ITEM-FILE
           PERFORM UNTIL FILE-ENDED
               READ ITEM-FILE
                   AT END SET FILE-ENDED TO TRUE
                   NOT AT END PERFORM LOAD-ONE-ITEM
               END-READ
           END-PERFORM
           CLOSE ITEM-FILE.

       LOAD-ONE-ITEM.
           IF ITEM-COUNT > ZERO
               IF IN-NUMBER NOT > ITEM-NUMBER (ITEM-COUNT)
                   DISPLAY "ITEM OUT OF ORDER " IN-NUMBER
                   STOP RUN RETURNING 12
               END-IF
           END-IF
           ADD 1 TO ITEM-COUNT
           SET ITEM-IX TO ITEM-COUNT
           MOVE IN-NUMBER TO ITEM-NUMBER (ITEM-IX)
           MOVE IN-NAME TO ITEM-NAME (ITEM-IX)
           MOVE IN-CLASS TO ITEM-CLASS (ITEM-IX)
           MOVE IN-REORDER TO ITEM-REORDER (ITEM-IX)
           PERFORM VARYING STOCK-IX FROM 1 BY 1 UNTIL STOCK-IX > 3
               SET SUB TO STOCK-IX
               MOVE IN-ON-HAND (SUB)
                   TO STOCK-ON-HAND (ITEM-IX, STOCK-IX)
               MULTIPLY IN-ON-HAND (SUB) BY IN-COST (SUB)
                   GIVING STOCK-VALUE (ITEM-IX, STOCK-IX)
           END-PERFORM.

       SELECT-MOVEMENTS SECTION.
       SELECT-START.
           SET FILE-ENDED TO FALSE
           OPEN INPUT MOVEMENT-FILE.
       SELECT-NEXT.
           READ MOVEMENT-FILE
               AT END GO TO SELECT-DONE
           END-READ
           ADD 1 TO MOVES-READ
           IF MOVE-ITEM NOT ITEM-CHARACTERS
                   OR NOT MOVE-KNOWN-KIND
                   OR MOVE-QUANTITY NOT NUMERIC
               ADD 1 TO MOVES-DROPPED
               MOVE MOVEMENT-RECORD TO MOVE-TEXT
               DISPLAY "DROPPED " MOVE-TEXT
               GO TO SELECT-NEXT
           END-IF
           MOVE MOVEMENT-RECORD TO SORT-RECORD
           MOVE MOVES-READ TO SORT-ARRIVAL
           EVALUATE MOVE-KIND
               WHEN "C"   MOVE 1 TO SORT-ORDER
               WHEN "I"   MOVE 2 TO SORT-ORDER
               WHEN OTHER MOVE 3 TO SORT-ORDER
           END-EVALUATE
           RELEASE SORT-RECORD
           GO TO SELECT-NEXT.
       SELECT-DONE.
           CLOSE MOVEMENT-FILE.

       POST-MOVEMENTS SECTION.
       POST-START.
           PERFORM UNTIL SORT-ENDED
               RETURN SORT-FILE
                   AT END SET SORT-ENDED TO TRUE
                   NOT AT END PERFORM POST-ONE
               END-RETURN
           END-PERFORM
           GO TO POST-EXIT.

       POST-ONE.
           SET WH-IX TO 1
           SEARCH WAREHOUSE-CODE
               AT END
                   MOVE "NO SUCH WAREHOUSE" TO MOVE-TEXT
                   PERFORM REFUSE-MOVEMENT
               WHEN WAREHOUSE-CODE (WH-IX) = SORT-WAREHOUSE
                   SET STOCK-IX TO WH-IX
                   SEARCH ALL ITEM-ENTRY
                       AT END
                           MOVE "NO SUCH ITEM" TO MOVE-TEXT
                           PERFORM REFUSE-MOVEMENT
                       WHEN ITEM-NUMBER (ITEM-IX) = SORT-ITEM
                           PERFORM POST-TO-STOCK
                   END-SEARCH
           END-SEARCH.

       POST-TO-STOCK.
           ADD 1 TO MOVES-POSTED
           EVALUATE TRUE ALSO STOCK-ON-HAND (ITEM-IX, STOCK-IX)
               WHEN SORT-RECEIPT ALSO ANY
                   ADD SORT-QUANTITY
                       TO STOCK-ON-HAND (ITEM-IX, STOCK-IX)
                   COMPUTE STOCK-VALUE (ITEM-IX, STOCK-IX) =
                       STOCK-VALUE (ITEM-IX, STOCK-IX)
                       + SORT-QUANTITY * SORT-COST
               WHEN SORT-ISSUE ALSO 1 THRU 9999999
                   PERFORM ISSUE-AT-AVERAGE
               WHEN SORT-ISSUE ALSO ANY
                   SUBTRACT 1 FROM MOVES-POSTED
                   MOVE "NOTHING ON HAND" TO MOVE-TEXT
                   PERFORM REFUSE-MOVEMENT
               WHEN SORT-COUNT ALSO NOT 0
                   PERFORM CORRECT-COUNT
               WHEN OTHER
                   MOVE SORT-QUANTITY
                       TO STOCK-ON-HAND (ITEM-IX, STOCK-IX)
                   MULTIPLY SORT-QUANTITY BY SORT-COST
                       GIVING STOCK-VALUE (ITEM-IX, STOCK-IX)
           END-EVALUATE.

       ISSUE-AT-AVERAGE.
           DIVIDE STOCK-VALUE (ITEM-IX, STOCK-IX)
               BY STOCK-ON-HAND (ITEM-IX, STOCK-IX)
               GIVING AVERAGE-COST ROUNDED
           IF SORT-QUANTITY > STOCK-ON-HAND (ITEM-IX, STOCK-IX)
               ADD 1 TO MOVES-SHORT
               DISPLAY "SHORT " SORT-ITEM " " SORT-WAREHOUSE
                   " WANTED " SORT-QUANTITY
               MOVE STOCK-ON-HAND (ITEM-IX, STOCK-IX)
                   TO SORT-QUANTITY
           END-IF
           COMPUTE ISSUE-VALUE ROUNDED = SORT-QUANTITY * AVERAGE-COST
           SUBTRACT SORT-QUANTITY
               FROM STOCK-ON-HAND (ITEM-IX, STOCK-IX)
           IF STOCK-ON-HAND (ITEM-IX, STOCK-IX) = ZERO
               MOVE ZERO TO STOCK-VALUE (ITEM-IX, STOCK-IX)
           ELSE
               SUBTRACT ISSUE-VALUE
                   FROM STOCK-VALUE (ITEM-IX, STOCK-IX)
           END-IF.

       CORRECT-COUNT.
           DIVIDE STOCK-VALUE (ITEM-IX, STOCK-IX)
               BY STOCK-ON-HAND (ITEM-IX, STOCK-IX)
               GIVING AVERAGE-COST ROUNDED
           SUBTRACT STOCK-ON-HAND (ITEM-IX, STOCK-IX)
               FROM SORT-QUANTITY GIVING DIFFERENCE
           MOVE SORT-QUANTITY TO STOCK-ON-HAND (ITEM-IX, STOCK-IX)
           COMPUTE STOCK-VALUE (ITEM-IX, STOCK-IX) ROUNDED =
               STOCK-VALUE (ITEM-IX, STOCK-IX)
               + DIFFERENCE * AVERAGE-COST
           IF DIFFERENCE NOT = ZERO
               DISPLAY "COUNTED " SORT-ITEM " " SORT-WAREHOUSE
                   " DIFFERENCE " DIFFERENCE
           END-IF.

       REFUSE-MOVEMENT.
           ADD 1 TO MOVES-DROPPED
           DISPLAY "REFUSED " SORT-ITEM " " SORT-WAREHOUSE " "
               MOVE-TEXT.

       POST-EXIT.
           EXIT.

       RESULTS SECTION.
       WRITE-STOCK.
           OPEN OUTPUT STOCK-FILE
           PERFORM VARYING ITEM-IX FROM 1 BY 1
                   UNTIL ITEM-IX > ITEM-COUNT
               MOVE ITEM-NUMBER (ITEM-IX) TO OUT-NUMBER
               MOVE ITEM-NAME (ITEM-IX) TO OUT-NAME
               MOVE ZERO TO OUT-COUNT
               PERFORM VARYING STOCK-IX FROM 1 BY 1
                       UNTIL STOCK-IX > 3
                   IF STOCK-ON-HAND (ITEM-IX, STOCK-IX) NOT = 0
                       ADD 1 TO OUT-COUNT
                       SET WH-IX TO STOCK-IX
                       MOVE WAREHOUSE-CODE (WH-IX)
                           TO OUT-CODE (OUT-COUNT)
                       MOVE STOCK-ON-HAND (ITEM-IX, STOCK-IX)
                           TO OUT-ON-HAND (OUT-COUNT)
                       MOVE STOCK-VALUE (ITEM-IX, STOCK-IX)
                           TO OUT-VALUE (OUT-COUNT)
                   END-IF
               END-PERFORM
               WRITE STOCK-RECORD
           END-PERFORM
           CLOSE STOCK-FILE.

       PRINT-CLASSES.
           INITIALIZE CLASS-TOTALS
           PERFORM VARYING ITEM-IX FROM 1 BY 1
                   UNTIL ITEM-IX > ITEM-COUNT
               PERFORM TOTAL-OF-ITEM
               SET CLASS-IX TO 1
               SEARCH CLASS-ENTRY
                   AT END
                       DISPLAY "TOO MANY CLASSES"
                   WHEN CLASS-LETTER (CLASS-IX) = SPACE
                       MOVE ITEM-CLASS (ITEM-IX)
                           TO CLASS-LETTER (CLASS-IX)
                       PERFORM ADD-TO-CLASS
                   WHEN CLASS-LETTER (CLASS-IX) = ITEM-CLASS (ITEM-IX)
                       PERFORM ADD-TO-CLASS
               END-SEARCH
           END-PERFORM
           MOVE "VALUATION BY CLASS" TO REPORT-LINE
           WRITE REPORT-LINE
           PERFORM VARYING CLASS-IX FROM 1 BY 1
                   UNTIL CLASS-IX > 4
                      OR CLASS-LETTER (CLASS-IX) = SPACE
               MOVE CLASS-LETTER (CLASS-IX) TO CL-LETTER
               MOVE CLASS-ITEMS (CLASS-IX) TO CL-ITEMS
               MOVE CLASS-QUANTITY (CLASS-IX) TO CL-QUANTITY
               MOVE CLASS-VALUE (CLASS-IX) TO CL-VALUE
               WRITE REPORT-LINE FROM CLASS-LINE
           END-PERFORM.

       ADD-TO-CLASS.
           ADD 1 TO CLASS-ITEMS (CLASS-IX)
           ADD ITEM-TOTAL TO CLASS-QUANTITY (CLASS-IX)
           ADD ITEM-WORTH TO CLASS-VALUE (CLASS-IX).

       TOTAL-OF-ITEM.
           MOVE ZERO TO ITEM-TOTAL ITEM-WORTH
           PERFORM VARYING STOCK-IX FROM 1 BY 1 UNTIL STOCK-IX > 3
               ADD STOCK-ON-HAND (ITEM-IX, STOCK-IX) TO ITEM-TOTAL
               ADD STOCK-VALUE (ITEM-IX, STOCK-IX) TO ITEM-WORTH
           END-PERFORM.

       PRINT-REORDERS.
           MOVE SPACES TO REPORT-LINE
           WRITE REPORT-LINE
           PERFORM VARYING ITEM-IX FROM 1 BY 1
                   UNTIL ITEM-IX > ITEM-COUNT
               PERFORM TOTAL-OF-ITEM
               IF ITEM-TOTAL < ITEM-REORDER (ITEM-IX)
                   MOVE ITEM-NUMBER (ITEM-IX) TO RL-NUMBER
                   MOVE ITEM-NAME (ITEM-IX) TO RL-NAME
                   MOVE ITEM-TOTAL TO RL-TOTAL
                   MOVE ITEM-REORDER (ITEM-IX) TO RL-LEVEL
                   WRITE REPORT-LINE FROM REORDER-LINE
               END-IF
           END-PERFORM.

       RELEASE-WORTHS.
           PERFORM VARYING ITEM-IX FROM 1 BY 1
                   UNTIL ITEM-IX > ITEM-COUNT
               PERFORM TOTAL-OF-ITEM
               MOVE ITEM-WORTH TO RANK-VALUE
               MOVE ITEM-NUMBER (ITEM-IX) TO RANK-NUMBER
               MOVE ITEM-NAME (ITEM-IX) TO RANK-NAME
               RELEASE RANK-RECORD
           END-PERFORM.

       PRINT-RANKING.
           MOVE SPACES TO REPORT-LINE
           WRITE REPORT-LINE
           SET FILE-ENDED TO FALSE
           OPEN INPUT RANKING-FILE
           PERFORM VARYING SUB FROM 1 BY 1
                   UNTIL SUB > 10 OR FILE-ENDED
               READ RANKING-FILE
                   AT END
                       SET FILE-ENDED TO TRUE
                   NOT AT END
                       MOVE SUB TO KL-PLACE
                       MOVE RANKED-NUMBER TO KL-NUMBER
                       MOVE RANKED-NAME TO KL-NAME
                       MOVE RANKED-VALUE TO KL-VALUE
                       WRITE REPORT-LINE FROM RANK-LINE
               END-READ
           END-PERFORM
           CLOSE RANKING-FILE.
