"""What is installed is complete."""
