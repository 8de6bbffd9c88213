       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G1.
          05 T1 OCCURS 3.
             10 A PIC X.
             10 B PIC 9.
       01 G2 VALUE "------".
          05 T2 PIC X(2) OCCURS 3.
       PROCEDURE DIVISION.
           MOVE "a1b2c3" TO G1
           MOVE T1 (2) TO T2 (3) DISPLAY G2
           MOVE G1 TO G2 DISPLAY T2 (1) T2 (3)
           MOVE T2 (1) TO T1 (3) DISPLAY G1.
           STOP RUN.
