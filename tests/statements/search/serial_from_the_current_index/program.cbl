       IDENTIFICATION DIVISION.
       PROGRAM-ID. SEARCH-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G VALUE "ABCAB".
          05 T PIC X OCCURS 5 INDEXED BY I.
       01 N PIC 9.
       PROCEDURE DIVISION.
           SET I TO 1
           SEARCH T WHEN T (I) = "B" SET N TO I DISPLAY "AT " N
           END-SEARCH
           SET I UP BY 1
           SEARCH T WHEN T (I) = "B" SET N TO I DISPLAY "AT " N
           END-SEARCH
           SET I UP BY 1
           SEARCH T AT END DISPLAY "END" WHEN T (I) = "B" DISPLAY "NO"
           END-SEARCH.
           STOP RUN.
