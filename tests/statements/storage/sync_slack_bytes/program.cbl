       IDENTIFICATION DIVISION.
       PROGRAM-ID. STORAGE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
          05 A PIC X VALUE "a".
          05 B PIC S9(4) COMP SYNC VALUE 1.
          05 C PIC X VALUE "c".
          05 D PIC S9(9) COMP SYNCHRONIZED VALUE 2.
          05 E PIC X VALUE "e".
          05 F PIC S9(18) COMP SYNC VALUE 3.
       01 H.
          05 P PIC X.
          05 T OCCURS 2.
             10 Q PIC X.
             10 R PIC S9(4) COMP SYNC.
       PROCEDURE DIVISION.
           DISPLAY LENGTH OF G " " LENGTH OF H " " LENGTH OF T.
           STOP RUN.
