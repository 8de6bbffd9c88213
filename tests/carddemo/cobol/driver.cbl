       IDENTIFICATION DIVISION.
       PROGRAM-ID. DRIVER.
      * Calls the interest calculation with a PARM as JCL passes it:
      * a halfword of length, then the text.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  PARM.
           05  PARM-SIZE           PIC S9(4) COMP VALUE 10.
           05  PARM-TEXT           PIC X(10) VALUE "2022-07-18".
       PROCEDURE DIVISION.
           CALL "CBACT04C" USING PARM
           STOP RUN.
