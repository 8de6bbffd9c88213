       IDENTIFICATION DIVISION.
       PROGRAM-ID. MAIN.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 A PIC X(10) VALUE "abcdefghij".
       01 T.
         05 E PIC X(3) OCCURS 4 VALUE "one".
       01 P POINTER.
       LINKAGE SECTION.
       01 L PIC X(3).
       PROCEDURE DIVISION.
           SET ADDRESS OF L TO ADDRESS OF A(5:1).
           DISPLAY L.
           SET P TO ADDRESS OF E(2).
           SET P UP BY 3.
           SET ADDRESS OF L TO P.
           MOVE "two" TO L.
           DISPLAY T.
           CALL "SEE" USING BY VALUE P.
           STOP RUN.
       END PROGRAM MAIN.
       PROGRAM-ID. SEE.
       DATA DIVISION.
       LINKAGE SECTION.
       01 Q POINTER.
       01 X PIC X(4).
       PROCEDURE DIVISION USING BY VALUE Q.
           SET ADDRESS OF X TO Q. DISPLAY X. GOBACK.
       END PROGRAM SEE.
