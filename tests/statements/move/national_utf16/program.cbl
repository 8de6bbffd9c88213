       IDENTIFICATION DIVISION.
       PROGRAM-ID. MAIN.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 G.
         05 N PIC N(5).
         05 J PIC N(3) JUSTIFIED RIGHT.
       01 GX REDEFINES G PIC X(16).
       01 U PIC N(4) USAGE NATIONAL VALUE NX"00E920AC".
       01 D PIC 9(3) VALUE 42.
       01 E PIC NNBNN.
       01 X PIC X(6).
       PROCEDURE DIVISION.
           DISPLAY LENGTH OF N " " FUNCTION LENGTH(N"ab")
             " " LENGTH OF N"ab".
           MOVE "ab" TO N. MOVE N"z" TO J.
           DISPLAY "[" N "][" J "]".
           INSPECT GX REPLACING ALL X"00" BY ".". DISPLAY GX.
           MOVE D TO N. DISPLAY "[" N "]".
           MOVE N TO D. DISPLAY D.
           DISPLAY "[" U "][" U(2:2) "]".
           MOVE "Q" TO U(2:1). DISPLAY U.
           MOVE N"abcd" TO E. DISPLAY E.
           MOVE FUNCTION DISPLAY-OF(U 1208) TO X. DISPLAY X.
           MOVE FUNCTION NATIONAL-OF("e") TO J. DISPLAY J.
           MOVE X"00610062" TO GX. MOVE G TO U. DISPLAY U.
           INITIALIZE G.
           IF N = SPACES AND J = SPACES DISPLAY "spaces" END-IF.
           STOP RUN.
