       IDENTIFICATION DIVISION.
       PROGRAM-ID. VECTORS.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 VAR-1 PIC -(8)9.9(4).
       01 VAR-2 PIC S9(9)V9(4) COMP-3 VALUE -987653.1200.
       01 VAR-3 PIC S9(4)V9(4) COMP-3 VALUE 9876.1200.
       01 A PIC 9(3).
       01 B PIC 9(7) VALUE 2600.
       01 C PIC 9(7) VALUE 3094.
       PROCEDURE DIVISION.
           COMPUTE VAR-1 ROUNDED =
               ((VAR-2 * VAR-3) / 100) * (2 / 3)
           DISPLAY VAR-1
           COMPUTE A ROUNDED = (B / C) * 100
           DISPLAY A
           COMPUTE A = (B / C) * 100
           DISPLAY A
           STOP RUN.
