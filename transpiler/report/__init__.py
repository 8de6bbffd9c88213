"""The migration report: what an estate is, what converts, what will behave differently, what it costs and in which order.

How a section is made
=====================

`cobolift report SRC` builds one `Estate` (`estate.py`): every file below SRC classified as an `Artefact`, and every program file
with its outcome and its `Conversion` (texts, syntax trees, analyses, plans, module, source map), all in this process. Then every
registered section function runs on it. A section is one file in `sections/` with one decorated free function::

    from transpiler.report.estate import Estate
    from transpiler.report.model import Column, Content, Figure, Kind, Table, row
    from transpiler.report.registry import section


    @section(7, "crud", "CRUD matrix")
    def crud(estate: Estate) -> Content:
        \"\"\"Which program creates, reads, updates and deletes what.\"\"\"
        rows = [
            row(("crud", use.program, use.object), [estate.place(use.node)], program=use.program, object=use.object)
            for use in ...
        ]
        table = Table("crud", "Who does what to which data", (Column("program", "Program"), Column("object", "Object")), rows)
        return Content("One plain sentence for a lead.", (Figure("objects", "data objects", 12, "crud"),), (table,))

and its name in `SECTIONS` of `sections/__init__.py`. Everything else follows: report.json, its CSV files, SARIF, the page and `--diff`.

Rules
-----

- A *row* is frozen and generic: values by column key (`str | int | float | bool | None`, or a tuple of strings), evidence, and an id.
  `row(about, evidence, **values)` makes it. `about` says what the row is about (names, never line numbers or counters): the id
  is a digest of it, so that it is the same in the next run after lines were put in before it. Rows with equal `about` in one table are
  numbered in their order.
- *Evidence* are places, path relative to SRC and 1-based line (0: the file as a whole). `estate.place(node)` makes one of a node, span or
  token and leads into the copybook where the text stands. At most some dozens a row.
- A row that is a *finding* somebody should act on has `finding=Finding(rule, level, message)`; it goes to findings.sarif. `rule` is a
  diagnostic code or `section/word`, and the message is a sentence.
- A *figure* is one number for the head of the section, with the table that proves it. It must be recomputable from the rows of
  that table: a count, a sum, a share. Nothing is estimated without a range and its weights in the table.
- A *chart* is data only (`Chart`): the page draws it with its own colours.
- Values are data: no HTML, no Markdown. The page escapes everything.
- Work that two sections need is a function of the estate in a module of its own beside this one, asked for with
  `estate.once(function)`, which runs it once.
- A section function does not raise for what is in the sources; one that does becomes a section that says so, and exit status 70.
- Section functions read the estate and change nothing. Order is deterministic: sort by names or source order.
"""
