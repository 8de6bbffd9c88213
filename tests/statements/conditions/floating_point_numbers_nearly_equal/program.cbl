       IDENTIFICATION DIVISION.
       PROGRAM-ID. NEARLY.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 S COMP-1 VALUE 123.456.
       01 D COMP-2 VALUE 0.1.
          88 POINT-THREE VALUE 0.3 0.7.
          88 MIDDLE VALUE 0.3 THRU 0.4.
       01 E COMP-2 VALUE 0.2.
       01 N PIC 9(3)V999 VALUE 123.456.
       PROCEDURE DIVISION.
           IF S = 123.456 AND N = S DISPLAY "literal and item".
           IF S > 123.456 OR S < N DISPLAY "not ordered".
           ADD E TO D
           IF D = 0.3 DISPLAY "sum".
           IF POINT-THREE AND MIDDLE DISPLAY "names".
           IF D + 0 = 0.3 DISPLAY "expression" ELSE DISPLAY "exact".
           IF S * 2 = 246.912 DISPLAY "expression" ELSE
              DISPLAY "exact".
           EVALUATE S WHEN 123.456 DISPLAY "evaluate" END-EVALUATE
           SUBTRACT 0.3 FROM D
           IF D = 0 DISPLAY "zero" ELSE DISPLAY "not zero".
           IF S = E OR S NOT > E DISPLAY "wrong".
           STOP RUN.
