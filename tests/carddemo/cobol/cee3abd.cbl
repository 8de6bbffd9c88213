       IDENTIFICATION DIVISION.
       PROGRAM-ID. CEE3ABD.
      * Stands for the mainframe service that ends a run abnormally.
       DATA DIVISION.
       LINKAGE SECTION.
       01  ABEND-CODE              PIC S9(9) COMP.
       01  TIMING                  PIC S9(9) COMP.
       PROCEDURE DIVISION USING ABEND-CODE TIMING.
           DISPLAY "ABEND " ABEND-CODE
           MOVE 12 TO RETURN-CODE
           STOP RUN.
