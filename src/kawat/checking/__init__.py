"""Proving the codebook: its form, its names, and every rule by running its sentences.

    files → findings of the checks + sentences → coder → CheckReport

``kawat check`` prints what ``check_files`` returns.
"""

from kawat.checking.files import check_files
from kawat.checking.report import CheckReport
from kawat.checking.rules import Proof, check_rules

__all__ = ["CheckReport", "Proof", "check_files", "check_rules"]
