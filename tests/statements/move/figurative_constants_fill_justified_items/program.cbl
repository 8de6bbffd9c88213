       IDENTIFICATION DIVISION.
       PROGRAM-ID. JUSTFILL.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 X PIC X(7) JUSTIFIED RIGHT.
       PROCEDURE DIVISION.
           MOVE ALL "AB" TO X
           DISPLAY X "|"
           MOVE ZEROS TO X
           DISPLAY X "|"
           MOVE QUOTES TO X
           DISPLAY X "|"
           MOVE "AB" TO X
           DISPLAY X "|"
           STOP RUN.
