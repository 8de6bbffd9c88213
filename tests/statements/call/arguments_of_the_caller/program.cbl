       IDENTIFICATION DIVISION.
       PROGRAM-ID. Outer.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC X(9) VALUE "one".
       01 B PIC S9(5) COMP-3.
       PROCEDURE DIVISION.
           CALL "Inner" USING A B OMITTED
           CALL "Inner" USING B
           CALL "INNER" ON EXCEPTION DISPLAY "names have case" END-CALL
           STOP RUN.
       END PROGRAM Outer.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. Inner.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 WHO PIC X(8).
       01 N PIC S9(4) COMP-5.
       01 I PIC 9.
       PROCEDURE DIVISION.
           CALL "C$CALLEDBY" USING WHO
           CALL "C$NARG" USING N
           DISPLAY "[" WHO "] " N " " NUMBER-OF-CALL-PARAMETERS
           PERFORM VARYING I FROM 1 BY 1 UNTIL I > 3
               CALL "C$PARAMSIZE" USING I GIVING N
               DISPLAY I " " N
           END-PERFORM.
       END PROGRAM Inner.
