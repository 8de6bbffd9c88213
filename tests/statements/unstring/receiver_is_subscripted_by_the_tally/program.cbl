       IDENTIFICATION DIVISION.
       PROGRAM-ID. UNSTRING-CASE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 S PIC X(8) VALUE "A,B,C".
       01 I PIC 9 VALUE 1.
       01 T PIC X OCCURS 5 VALUE ".".
       01 C PIC 9.
       PROCEDURE DIVISION.
           UNSTRING S DELIMITED BY "," INTO T (I) COUNT IN I T (I + 1)
               TALLYING IN I
           DISPLAY T (1) T (2) T (3) T (4) " " I.
           STOP RUN.
