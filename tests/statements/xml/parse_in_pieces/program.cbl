       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Piece           PIC X(12) VALUE '<a><b>one tw'.
       01 Pieces          PIC 9 VALUE 1.
       PROCEDURE DIVISION.
           XML PARSE Piece PROCESSING PROCEDURE On-Event
               ON EXCEPTION DISPLAY "EXCEPTION " XML-CODE END-XML
           MOVE '<a>' TO Piece
           XML PARSE Piece PROCESSING PROCEDURE On-Event
               ON EXCEPTION DISPLAY "EXCEPTION " XML-CODE END-XML
           GOBACK.
       On-Event.
           DISPLAY XML-EVENT "[" XML-TEXT "]" XML-INFORMATION
           IF XML-EVENT = "END-OF-INPUT" AND Pieces = 1
               MOVE 2 TO Pieces
               MOVE 'o</b></a>' TO Piece
               MOVE 1 TO XML-CODE
           END-IF.
