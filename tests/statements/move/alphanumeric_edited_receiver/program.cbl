       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC XXBXX/XX0X.
       01 B PIC A(3)BA(2).
       PROCEDURE DIVISION.
           MOVE "ABCDEFG" TO A DISPLAY "[" A "]"
           MOVE "AB" TO A DISPLAY "[" A "]"
           MOVE "HELLO" TO B DISPLAY "[" B "]"
           MOVE 12345 TO A DISPLAY "[" A "]".
           STOP RUN.
