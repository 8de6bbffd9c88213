       IDENTIFICATION DIVISION.
       PROGRAM-ID. MAIN.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 U BINARY-CHAR UNSIGNED.
       01 X PIC X COMP-X.
       01 S BINARY-SHORT UNSIGNED.
       01 C PIC 9(2) COMP-5.
       01 B PIC 9(2) COMP.
       01 A PIC S9(3) VALUE 255.
       01 V PIC S9(3)V9 VALUE 255.5.
       PROCEDURE DIVISION.
           MOVE 5 TO U X S C B. SUBTRACT A FROM U X S C B.
           DISPLAY U " " X " " S " " C " " B.
           MOVE 5 TO U X S C B. SUBTRACT V FROM U X S C B.
           DISPLAY U " " X " " S " " C " " B.
           MOVE 5 TO U X S C B. SUBTRACT 255 FROM U X S C B.
           DISPLAY U " " X " " S " " C " " B.
           COMPUTE A = - A. MOVE 5 TO U X S C B. ADD A TO U X S C B.
           DISPLAY U " " X " " S " " C " " B.
           MOVE 5 TO U X S. COMPUTE U = U + A. COMPUTE X = X + A.
           COMPUTE S = S + A. DISPLAY U " " X " " S.
           MOVE 5 TO U X S C. SUBTRACT 255 1 FROM U X S C.
           DISPLAY U " " X " " S " " C.
           MOVE 5 TO U C. SUBTRACT 6 FROM U ON SIZE ERROR
               DISPLAY "size error" END-SUBTRACT.
           SUBTRACT 6 FROM C ROUNDED. DISPLAY U " " C.
           MOVE 255 TO U. ADD 1 TO U. DISPLAY U.
           STOP RUN.
