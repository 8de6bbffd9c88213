       IDENTIFICATION DIVISION.
       PROGRAM-ID. CASE1.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 Doc.
          03 PIC X(72) VALUE '<!DOCTYPE a [<!ENTITY a "0123456789">'.
          03 PIC X(72) VALUE '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">'.
          03 PIC X(72) VALUE '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">'.
          03 PIC X(72) VALUE '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;">'.
          03 PIC X(72) VALUE '<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;">'.
          03 PIC X(72) VALUE '<!ENTITY f "&e;&e;&e;&e;&e;&e;&e;">'.
          03 PIC X(72) VALUE ']><a>&f;</a>'.
       01 Small           PIC X(72) VALUE
          '<!DOCTYPE a [<!ENTITY b "text">]><a>&b;</a>'.
       PROCEDURE DIVISION.
           XML PARSE Doc PROCESSING PROCEDURE On-Event
               ON EXCEPTION DISPLAY XML-CODE END-XML
           XML PARSE Small PROCESSING PROCEDURE On-Event
           GOBACK.
       On-Event.
           IF XML-TEXT NOT = SPACES DISPLAY XML-EVENT XML-TEXT.
