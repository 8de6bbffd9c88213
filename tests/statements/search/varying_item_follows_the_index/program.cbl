       IDENTIFICATION DIVISION.
       PROGRAM-ID. SEARCH-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 T.
         02 E PIC X OCCURS 5 TIMES INDEXED BY I.
       01 U.
         02 F PIC X OCCURS 9 TIMES INDEXED BY J.
       01 N PIC 99 VALUE 11.
       01 S PIC 99.
       PROCEDURE DIVISION.
           MOVE "ABCDE" TO T.
           SET I TO 2.
           SEARCH E VARYING N WHEN E (I) = "B" DISPLAY "FOUND " N.
           SEARCH E VARYING N WHEN E (I) = "D" DISPLAY "FOUND " N.
           SET I TO 1. SET J TO 5.
           SEARCH E VARYING J WHEN E (I) = "C"
             SET N TO J SET S TO I DISPLAY "FOUND " N " " S.
           SET I TO 1.
           SEARCH E VARYING J AT END SET N TO J DISPLAY "END " N
             WHEN E (I) = "Z" DISPLAY "FOUND".
           STOP RUN.
