       IDENTIFICATION DIVISION.
       PROGRAM-ID. SEARCH-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G VALUE "ABCDEFGHI".
          05 ROW OCCURS 3 INDEXED BY R.
             10 CELL PIC X OCCURS 3 INDEXED BY C.
       01 N PIC 9.
       PROCEDURE DIVISION.
           PERFORM VARYING R FROM 1 BY 1 UNTIL R > 3
               SET C TO 1
               SEARCH CELL AT END DISPLAY "NOT IN ROW"
                   WHEN CELL (R C) = "E" OR "I"
                       SET N TO C DISPLAY "COLUMN " N
               END-SEARCH
           END-PERFORM.
           STOP RUN.
