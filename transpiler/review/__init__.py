"""Side-by-side review of COBOL and the Python made from it: alignment, page, marks, server.

Everything here is worked out from what the converter knows: the origin of every Python statement, the syntax tree, the symbols
and the plans. Nothing compares texts to guess what belongs together.
"""
