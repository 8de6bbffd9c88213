       IDENTIFICATION DIVISION.
       PROGRAM-ID. STORAGE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 R1.
          05 S.
             10 A PIC X VALUE "1".
          05 B PIC X VALUE "2".
       01 R2.
          05 S.
             10 A PIC X VALUE "3".
             10 B PIC X VALUE "4".
       PROCEDURE DIVISION.
           DISPLAY A OF R1 A IN S OF R2 B OF R1 B OF S IN R2.
           STOP RUN.
