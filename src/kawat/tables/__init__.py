"""Reading the data files of the package: long tables (CSV), rules (YAML), and a cache of both.

Both readers are strict: what is wrong in a file is said at once, with file and line, and nothing is
repaired in silence.

>>> from kawat.tables import package_files
>>> [path.name for path in package_files("codebook", ".yml") if path.name == "plover.yml"]
['plover.yml']
"""

from kawat.tables._cache import cached
from kawat.tables._csv import Row, read_csv
from kawat.tables._paths import DataFile, package_files, relative_name
from kawat.tables._yaml import Node, Scalar, read_yaml

__all__ = [
    "DataFile",
    "Node",
    "Row",
    "Scalar",
    "cached",
    "package_files",
    "read_csv",
    "read_yaml",
    "relative_name",
]
