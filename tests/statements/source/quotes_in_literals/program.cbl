       IDENTIFICATION DIVISION.
       PROGRAM-ID. SOURCE-CASE.
       PROCEDURE DIVISION.
           DISPLAY '"""; import os #'
           DISPLAY "\n\t\x41 {brace} %s"
           DISPLAY "it's " 'a "quote"' " ""twice"""
           DISPLAY "f{1+1}'''".
           STOP RUN.
