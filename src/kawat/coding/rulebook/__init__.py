"""The codebook: its files are read, checked and compiled here; ``types`` is what comes out."""

from kawat.coding.rulebook.loading import build_codebook, codebook_files, load_codebook
from kawat.coding.rulebook.types import Codebook

__all__ = ["Codebook", "build_codebook", "codebook_files", "load_codebook"]
