       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC X(5) VALUE "00123".
       01 B PIC 9(3).
       01 C PIC 9(3)V99.
       01 D PIC S9(7) COMP-3.
       PROCEDURE DIVISION.
           MOVE A TO B C D
           DISPLAY B " " C " " D
           MOVE "12" TO B
           DISPLAY B
           MOVE "123456" TO B
           DISPLAY B.
           STOP RUN.
