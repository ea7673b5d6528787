"""Small tables of invented events, in the very columns that the formats have."""

from __future__ import annotations

from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[3] / "data" / "examples" / "tables"


@pytest.fixture(scope="session")
def tables() -> Path:
    """The folder that holds them."""
    return EXAMPLES
