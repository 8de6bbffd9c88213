"""What a program does with its data: which statement reads and writes which item, and from where to where values go.

- `roles.py`: what a statement does with each identifier written in it, from tables of fields of node classes.
- `accesses.py`: the same by item after name resolution, with what is not written: record areas, FILE STATUS, keys, counters of tables,
  CORRESPONDING pairs, EXEC blocks, VALUE clauses and parameters. `file_accesses.py` and `exec_accesses.py` belong to it.
- `extents.py`: which bytes an item stands for, so that groups, redefinitions, RENAMES and records of one file can be compared.
- `lineage.py`: from which item to which item a statement takes values.

Nothing here depends on paths through a program: a statement that is never executed counts as any other.
"""
