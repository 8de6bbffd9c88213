       IDENTIFICATION DIVISION.
       PROGRAM-ID. MAIN.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 N PIC 9(4) VALUE 7.
       01 S PIC S9(4) VALUE 7.
       01 P PIC S9(4)V9 COMP-3 VALUE 7.
       01 C PIC S9(4) COMP VALUE 7.
       01 E PIC ZZ9.9 VALUE "  7.0".
       PROCEDURE DIVISION.
           MOVE SPACES TO N S P C.
           DISPLAY N " " S " " P " " C.
           MOVE 7 TO N S P C. MOVE HIGH-VALUES TO N S P C.
           DISPLAY N " " S " " P " " C.
           MOVE 7 TO N S P C. MOVE LOW-VALUES TO N S P C.
           DISPLAY N " " S " " P " " C.
           MOVE QUOTES TO N. DISPLAY N.
           MOVE SPACES TO E. DISPLAY "[" E "]".
           MOVE 7 TO N. MOVE ALL "12" TO N. DISPLAY N.
           STOP RUN.
