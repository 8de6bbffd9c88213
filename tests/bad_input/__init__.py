"""What is wrong with a source is told with its place, its cause and what to do; the other files are converted."""
