       IDENTIFICATION DIVISION.
       PROGRAM-ID. STORAGE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       77 A PIC 9 VALUE 1.
       01 G.
         03 B.
           07 C PIC X VALUE "c".
           07 D.
             49 E PIC X VALUE "e".
         03 F PIC X VALUE "f".
       PROCEDURE DIVISION.
           DISPLAY A G D.
           STOP RUN.
