       IDENTIFICATION DIVISION.
       PROGRAM-ID. BRANCHES.
      >>DEFINE SIZE-OF-IT AS 3
      >>DEFINE KIND AS "x"
       PROCEDURE DIVISION.
      >>IF SIZE-OF-IT = 1
           DISPLAY "one"
      >>ELIF KIND = "x"
           DISPLAY "kind"
      >>ELSE
           DISPLAY "else"
      >>END-IF
      >>IF OTHER-WORD IS DEFINED
           DISPLAY "defined"
      >>ELSE
           DISPLAY "not defined"
      >>IF SIZE-OF-IT IS NOT DEFINED
           DISPLAY "inner"
      >>END-IF
      >>END-IF
      >>DEFINE KIND AS OFF
      >>IF KIND IS NOT DEFINED
           DISPLAY "off"
      >>END-IF
      >>SET SOURCEFORMAT"FREE"
  DISPLAY "free"
      >>SOURCE FORMAT IS FIXED
           DISPLAY "fixed"
           STOP RUN.
