       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Doc.
          03 PIC X(60) VALUE '<?xml version="1.0" standalone="yes"?>'.
          03 PIC X(60) VALUE '<!DOCTYPE a><!--note--><a b="1&lt;2">'.
          03 PIC X(60) VALUE '<c/>x&amp;y<?go now?><![CDATA[<z>]]></a>'.
       PROCEDURE DIVISION.
           XML PARSE Doc PROCESSING PROCEDURE IS On-Event
               NOT ON EXCEPTION DISPLAY "END " XML-CODE
           END-XML
           GOBACK.
       On-Event.
           DISPLAY XML-EVENT "[" XML-TEXT "]" XML-INFORMATION.
