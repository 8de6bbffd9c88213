"""Data files seen through copybooks: what `cobolift data` does.

`copybook` reads the description, `encoding` says how bytes stand for characters and numbers, `codecs` decodes single
items, `shape` finds where the items of one record lie (REDEFINES, OCCURS DEPENDING ON), `rows` turns records into
values and back, `formats` cuts files into records. The commands are built on these.
"""
