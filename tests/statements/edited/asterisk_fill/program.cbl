       IDENTIFICATION DIVISION.
       PROGRAM-ID. EDITED-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 E PIC ***,**9.99.
       01 F PIC ***,***.**.
       01 G PIC $**,**9.99CR.
       PROCEDURE DIVISION.
           MOVE 1234.5 TO E F G DISPLAY E " " F " " G
           MOVE 0 TO E F G DISPLAY E " " F " " G
           MOVE -0.5 TO E F G DISPLAY E " " F " " G.
           STOP RUN.
