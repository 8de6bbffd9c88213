       identification division.
       program-id. written.
       environment division.
       input-output section.
       file-control.
           select missing-File assign "nofile" file status fs.
       data division.
       file section.
       fd missing-File. 01 m pic x(5).
       working-storage section.
       01 fs pic xx.
       01 tab. 03 Cell pic 9 occurs 3.
       01 i pic 9 value 4.
       procedure division.
       main-Sec section.
       first-Par.
           open input missing-file
           display function exception-file "<"
             function exception-location "<"
             function exception-statement "<"
             function module-id "<".
           move 1 to cell (i).
