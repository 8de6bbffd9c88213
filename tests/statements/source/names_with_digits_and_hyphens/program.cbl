       IDENTIFICATION DIVISION.
       PROGRAM-ID. SOURCE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 1ST-ITEM PIC X VALUE "1".
       01 ITEM-2-B PIC X VALUE "2".
       01 Mixed-Case PIC X VALUE "m".
       PROCEDURE DIVISION.
       0100-START.
               PERFORM 9-9.
               DISPLAY 1ST-ITEM item-2-b MIXED-CASE
               STOP RUN.
       9-9.
               DISPLAY "9-9".
