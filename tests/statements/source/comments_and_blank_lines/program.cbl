       IDENTIFICATION DIVISION.
       PROGRAM-ID. COMMENTS.
       PROCEDURE DIVISION.
      *   DISPLAY "NEVER".
           DISPLAY "A"
      /   DISPLAY "NOR THIS".
           DISPLAY "B". *> inline
           STOP RUN.
