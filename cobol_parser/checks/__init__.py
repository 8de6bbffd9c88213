"""Rules of the standard beyond syntax, one file a family."""
