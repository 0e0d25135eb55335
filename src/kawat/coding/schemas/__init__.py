"""The form of the codebook's further tables, as pydantic models; imported only to check them."""
