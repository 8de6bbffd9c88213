       IDENTIFICATION DIVISION.
       PROGRAM-ID. MOVE-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
         02 A PIC 9(3) VALUE 123.
         02 B PIC XXX VALUE "ABC".
       01 AE PIC 0XXXXX0.
       01 NE PIC ZZ,ZZ9.
       01 J PIC X(8) JUSTIFIED.
       01 P PIC 9(8).
       PROCEDURE DIVISION.
           MOVE G TO AE NE J P
           DISPLAY AE "|" NE "|" J "|" P "|"
           MOVE G(2:3) TO AE J
           DISPLAY AE "|" J "|".
           STOP RUN.
