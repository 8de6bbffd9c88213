"""One folder a verb or topic, one folder a behaviour: a program, what it must print, and why the case exists."""
