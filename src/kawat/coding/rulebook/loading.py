"""Loading the compiled codebook: from the cache, else from its files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from kawat.coding.rulebook.cutting import cutting_files
from kawat.coding.rulebook.packing import pack, unpack
from kawat.errors import CodebookError
from kawat.tables import DataFile, cached, package_files, relative_name

if TYPE_CHECKING:
    from kawat.coding.rulebook.types import Codebook


@cache
def load_codebook(extra: tuple[DataFile, ...] = ()) -> Codebook:
    """Return the compiled codebook.

    The first call after a change compiles all files; later ones read the result from the cache.

    Args:
        extra: Further act files outside the package, for trying out rules.

    Returns:
        The codebook. It is shared: do not change it.

    Raises:
        CodebookError: With all faults of all files.
    """
    files = codebook_files(extra)

    def build() -> Any:
        return pack(build_codebook(files))

    return unpack(cast("dict[str, Any]", cached("codebook", (*files, *cutting_files()), build)))


def codebook_files(extra: tuple[DataFile, ...] = ()) -> tuple[DataFile, ...]:
    """Return the YAML files of the codebook, and further ones that are not among them."""
    files = package_files("codebook", ".yml")
    names = {relative_name(path) for path in files}
    return (*files, *(path for path in extra if relative_name(path) not in names))


def build_codebook(files: tuple[DataFile, ...], *, tolerant: bool = False) -> Codebook:
    """Read, check and compile files, without the cache.

    Args:
        files: All YAML files of a codebook.
        tolerant: Whether to leave wrong entries out instead of refusing all.

    Returns:
        The codebook.

    Raises:
        CodebookError: With all faults of all files, if not tolerant. A rule that lacks examples
            is no fault here, only in ``kawat check``.
    """
    from kawat.coding.rulebook.checks import run_checks
    from kawat.coding.rulebook.compiling import compile_codebook, digest_of
    from kawat.coding.rulebook.schema import CompositionFile, PloverFile
    from kawat.coding.rulebook.sources import codebook_name, read_sources

    sources = read_sources(files)
    errors = [finding for finding in run_checks(sources) if finding.severity == "error"]
    usable = sources.only(CompositionFile) is not None and sources.only(PloverFile) is not None
    if errors and not (tolerant and usable):
        raise CodebookError(tuple(finding.fault for finding in errors))
    wrong = {(finding.fault.file, finding.fault.entry) for finding in errors}
    sources.entries = [e for e in sources.entries if not e.key or (e.file, e.key) not in wrong]
    contents = {codebook_name(path): path.read_bytes() for path in files}
    return compile_codebook(sources, digest_of(contents))
