       IDENTIFICATION DIVISION.
       PROGRAM-ID. COMPUTE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 F1 COMP-1 VALUE 1.5.
       01 F2 COMP-2.
       01 A PIC S9(5)V9(5).
       PROCEDURE DIVISION.
           COMPUTE F2 = F1 * 2.25
           DISPLAY F2
           COMPUTE A = F2 / 3
           DISPLAY A
           COMPUTE F1 = 1 / 4
           DISPLAY F1.
           STOP RUN.
