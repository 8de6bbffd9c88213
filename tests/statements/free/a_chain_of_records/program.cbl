       IDENTIFICATION DIVISION.
       PROGRAM-ID. CHAIN-OF-RECORDS.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 HEAD USAGE POINTER VALUE NULL.
       01 P USAGE POINTER.
       01 I PIC 9.
       01 NODE BASED.
          05 NEXT-NODE USAGE POINTER.
          05 CARGO PIC 9(3).
       PROCEDURE DIVISION.
           PERFORM VARYING I FROM 1 BY 1 UNTIL I > 3
               ALLOCATE NODE
               COMPUTE CARGO = I * 11
               SET NEXT-NODE TO HEAD
               SET HEAD TO ADDRESS OF NODE
           END-PERFORM
           SET P TO HEAD
           PERFORM UNTIL P = NULL
               SET ADDRESS OF NODE TO P
               DISPLAY CARGO
               SET HEAD TO NEXT-NODE
               FREE P
               SET P TO HEAD
           END-PERFORM
           STOP RUN.
