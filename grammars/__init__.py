"""Grammar fragments of COBOL, concatenated into one Lark grammar."""
