identification division.
program-id. free-case.
data division.
working-storage section.
01 a pic x(5) value "abc". *> a comment behind
procedure division.
display a *> here too
    "and a line that runs on well beyond column seventy-two of the older format"
stop run.
