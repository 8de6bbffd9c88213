       IDENTIFICATION DIVISION.
       PROGRAM-ID. MAIN.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 REC.
         78 N VALUE 4.
         05 A PIC X(N).
         05 G.
           10 B PIC 9(N) OCCURS 3.
           78 M VALUE LENGTH OF A.
           10 C PIC X(M).
         78 LG VALUE LENGTH OF G.
         05 D PIC X(LG).
         78 LR VALUE LENGTH OF REC.
       01 E PIC X(LR).
       01 K CONSTANT AS BYTE-LENGTH OF E.
       LINKAGE SECTION.
       01 L.
         05 L1 PIC 9(3).
         78 BEHIND VALUE NEXT.
         05 L2 PIC X(2) OCCURS 5.
         78 BEHIND-FIRST VALUE NEXT.
         05 L3 PIC X.
       78 OFFSET VALUE START OF L3.
       PROCEDURE DIVISION.
           DISPLAY N " " M " " LG " " LR " " K.
           DISPLAY BEHIND " " BEHIND-FIRST " " OFFSET.
           STOP RUN.
