       IDENTIFICATION DIVISION.
       PROGRAM-ID. SEARCH-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G VALUE "XBAYC".
          05 T PIC X OCCURS 5 INDEXED BY I.
       PROCEDURE DIVISION.
           SET I TO 1
           SEARCH T
               WHEN T (I) = "A" DISPLAY "A"
               WHEN T (I) = "B" DISPLAY "B"
           END-SEARCH
           SET I TO 3
           SEARCH T
               WHEN T (I) = "C" DISPLAY "C"
               WHEN T (I) > "A" AND T (I) < "Z" NEXT SENTENCE
           END-SEARCH
           DISPLAY "SKIPPED".
           DISPLAY T (I).
           STOP RUN.
