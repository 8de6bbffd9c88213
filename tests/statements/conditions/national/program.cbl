       IDENTIFICATION DIVISION.
       PROGRAM-ID. MAIN.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC N(5) VALUE N"abc".
          88 ABC VALUE N"abc".
          88 EARLY VALUE N"a" THRU N"abb".
       01 M PIC N(3) VALUE N"abc".
       01 G.
         05 GN PIC N(3) VALUE N"abc".
       01 A PIC X(4) VALUE "abd".
       01 T.
         05 P PIC N(2) OCCURS 3 VALUE N"xy".
       01 C PIC 9(2) VALUE 0.
       PROCEDURE DIVISION.
           IF N = M AND N = "abc" AND ABC DISPLAY "equal" END-IF.
           IF N < A AND N NOT > N"abc" DISPLAY "less" END-IF.
           IF EARLY DISPLAY "early" ELSE DISPLAY "late" END-IF.
           IF G = GN DISPLAY "same bytes" END-IF.
           MOVE HIGH-VALUES TO M.
           IF M = HIGH-VALUES AND M = NX"FFFFFFFFFFFF"
               DISPLAY "high" END-IF.
           IF N ALPHABETIC AND N NOT NUMERIC DISPLAY "letters" END-IF.
           MOVE N"123" TO M. IF M NUMERIC DISPLAY "digits" END-IF.
           INSPECT N TALLYING C FOR ALL N"b". DISPLAY C.
           INSPECT N CONVERTING "ac" TO "xy". DISPLAY "[" N "]".
           STRING M N DELIMITED BY N"b" INTO N. DISPLAY N.
           UNSTRING N DELIMITED BY N"3" INTO P(1) P(2).
           DISPLAY P(1) "," P(2) "," P(3).
           STOP RUN.
