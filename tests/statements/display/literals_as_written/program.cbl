       IDENTIFICATION DIVISION.
       PROGRAM-ID. LITERALS.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9(4) VALUE B"010101".
       01 M PIC 9(4).
       PROCEDURE DIVISION.
           DISPLAY +123 " " -12.30 " " 007 " " +12.3E-2 " " 1.23E2.
           DISPLAY B'0101' " " BX"EC" " " H"FF" " " N.
           MOVE B"111" TO M.
           DISPLAY M " " X"4142" Z"z" N"nat".
           DISPLAY "one"-
               "two"-
               'th"ree' "four".
           STOP RUN.
