"""Everything that makes the language model; see README.md."""
