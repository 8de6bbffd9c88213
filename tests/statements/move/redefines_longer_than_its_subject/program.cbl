       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC X(3) VALUE "abc".
       01 B REDEFINES A PIC X(6).
       01 C PIC X(3) VALUE "xyz".
       PROCEDURE DIVISION.
           MOVE "123456" TO B
           DISPLAY A "/" B "/" C.
           STOP RUN.
