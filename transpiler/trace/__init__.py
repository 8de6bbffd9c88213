"""How often each COBOL statement was executed: `cobolift run --trace` and what reads its files."""
