"""Every claim of quality or speed as one command that prints a table."""
