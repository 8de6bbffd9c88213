       IDENTIFICATION DIVISION.
       PROGRAM-ID. UNSTRING-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 S PIC X(12) VALUE "AB;;CD,EFG".
       01 A PIC X(3).
       01 B PIC X(3).
       01 C PIC X(8).
       01 D1 PIC X(3) VALUE "---".
       01 D3 PIC X(3) VALUE "---".
       01 N1 PIC 9.
       01 N3 PIC 99.
       PROCEDURE DIVISION.
           UNSTRING S DELIMITED BY ALL ";" OR ","
               INTO A DELIMITER IN D1 COUNT IN N1 B
                    C DELIMITER D3 COUNT N3
           DISPLAY "[" A "][" D1 "]" N1 "[" B "][" C "][" D3 "]" N3.
           STOP RUN.
