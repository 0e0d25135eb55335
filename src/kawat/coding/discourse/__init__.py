"""Coreference, entities and reported speech: who is spoken of, and who says what."""

from kawat.coding.discourse.read import Discourse, read_discourse, speaker_of
from kawat.coding.discourse.reporting import Reporting, compile_reporting

__all__ = ["Discourse", "Reporting", "compile_reporting", "read_discourse", "speaker_of"]
