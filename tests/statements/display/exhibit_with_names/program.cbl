       IDENTIFICATION DIVISION.
       PROGRAM-ID. EXHIBITS.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 PART-COUNT PIC 9(3) VALUE 7.
       01 G.
          05 T PIC X(2) OCCURS 2 VALUE "ab".
       01 A PIC S9(3)V9 VALUE -1.5.
       PROCEDURE DIVISION.
           EXHIBIT PART-COUNT T(1).
           EXHIBIT NAMED A "literal" PART-COUNT 5.
           IF A < 0 EXHIBIT NAMED T (2).
           EXHIBIT "reached".
           STOP RUN.
