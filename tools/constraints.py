"""Writes the exact versions of what is installed here, but the project itself, as pip reads them with -c.

Run it in a fresh environment in which all tests passed: `python tools/constraints.py > constraints.txt`.
"""

from __future__ import annotations

from importlib.metadata import distributions

OWN = {"tieline", "pip", "setuptools", "wheel"}

print("# The versions that were tested, for make and for `pip install -c`; written by tools/constraints.py.")
for line in sorted({f"{dist.name}=={dist.version}" for dist in distributions() if dist.name not in OWN}, key=str.lower):
    print(line)
