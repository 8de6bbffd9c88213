       IDENTIFICATION DIVISION.
       PROGRAM-ID. COMPUTE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC 9(3).
       01 B PIC 9(7) VALUE 2600.
       01 C PIC 9(7) VALUE 3094.
       01 D PIC 9(3)V9(9).
       PROCEDURE DIVISION.
           COMPUTE A ROUNDED = (B / C) * 100
           DISPLAY A
           COMPUTE A = (B / C) * 100
           DISPLAY A
           COMPUTE D = (1 / 3) * 3
           DISPLAY D
           COMPUTE D = 1 / 3 * 3
           DISPLAY D.
           STOP RUN.
