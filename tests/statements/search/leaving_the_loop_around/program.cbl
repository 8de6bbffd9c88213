       IDENTIFICATION DIVISION.
       PROGRAM-ID. SEARCH-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 T VALUE "ABCDE".
         02 E PIC X OCCURS 5 TIMES ASCENDING KEY E INDEXED BY I.
       01 N PIC 99.
       01 C PIC X.
       PROCEDURE DIVISION.
           PERFORM VARYING N FROM 1 BY 1 UNTIL N > 9
             SET I TO 1
             MOVE FUNCTION CHAR (N + 65) TO C
             SEARCH E AT END DISPLAY "NONE" EXIT PERFORM
               WHEN E (I) = "B" AND N = 2 DISPLAY "B" EXIT PERFORM CYCLE
               WHEN E (I) = C DISPLAY C
             END-SEARCH
             SEARCH ALL E AT END DISPLAY "NO"
               WHEN E (I) = C DISPLAY "ALL " C
                 IF N = 3 EXIT PERFORM CYCLE END-IF
                 IF N = 4 EXIT PERFORM END-IF
             END-SEARCH
             DISPLAY "TURN " N
           END-PERFORM
           DISPLAY "LEFT AT " N
           STOP RUN.
