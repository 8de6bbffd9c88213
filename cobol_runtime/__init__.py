"""What generated programs import: COBOL data, files and control. Standard library only."""
