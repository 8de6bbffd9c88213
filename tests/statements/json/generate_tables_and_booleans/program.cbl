       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Rec.
          03 Cnt          PIC 9 VALUE 2.
          03 Flag         PIC X VALUE "Y".
             88 Flag-On   VALUE "Y" "1".
          03 Mark         PIC 9 VALUE 0.
          03 Grp OCCURS 1 TO 4 DEPENDING ON Cnt.
             05 Sku       PIC X(3) VALUE "ab".
             05 Qty       PIC 9(3) OCCURS 2 VALUE 5.
       01 Doc             PIC X(200).
       PROCEDURE DIVISION.
           JSON GENERATE Doc FROM Rec
               CONVERTING Flag TO JSON BOOLEAN USING Flag-On
               ALSO Mark TO BOOL USING 1
           DISPLAY Doc
           MOVE SPACES TO Sku(1)
           JSON GENERATE Doc FROM Grp(1) NAME OF Qty 'quantity'
               SUPPRESS EVERY NONNUMERIC WHEN SPACES
           DISPLAY Doc
           GOBACK.
