       IDENTIFICATION DIVISION.
       PROGRAM-ID. INSPECT-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 S PIC X(16) VALUE "hello, world 123".
       PROCEDURE DIVISION.
           INSPECT S CONVERTING
               "abcdefghijklmnopqrstuvwxyz" TO
               "ABCDEFGHIJKLMNOPQRSTUVWXYZ" AFTER INITIAL ","
           DISPLAY S
           INSPECT S CONVERTING "123" TO SPACES
           DISPLAY "[" S "]"
           INSPECT S CONVERTING "ll" TO "xy" BEFORE ","
           DISPLAY S.
           STOP RUN.
