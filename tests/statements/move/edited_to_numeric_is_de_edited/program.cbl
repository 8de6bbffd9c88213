       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 E PIC $$,$$9.99CR.
       01 F PIC +(5)9.9.
       01 G PIC **,**9.99-.
       01 N PIC S9(5)V99.
       PROCEDURE DIVISION.
           MOVE -1234.5 TO E F G
           DISPLAY E "/" F "/" G
           MOVE E TO N DISPLAY N
           MOVE F TO N DISPLAY N
           MOVE G TO N DISPLAY N.
           STOP RUN.
