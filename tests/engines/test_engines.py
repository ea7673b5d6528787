"""The same of all engines: order, errors, how much is begun."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.work import die, die_once, double, refuse, threads
from timeline.engines import ENGINES, Engine, open_engine
from timeline.engines.engine import AHEAD
from timeline.errors import EngineError, InputError


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with open_engine(request.param, workers=2) as engine:
        yield engine


def test_results_come_in_the_order_of_the_items(engine: Engine) -> None:
    assert list(engine.map(double, range(20))) == [2 * number for number in range(20)]
    assert list(engine.map(double, [])) == []


def test_generator_is_read_no_further_than_needed(engine: Engine) -> None:
    taken: list[int] = []

    def endless() -> Iterator[int]:
        for number in itertools.count():
            taken.append(number)
            yield number

    results = engine.map(double, endless())
    assert taken == [], "nothing is done before it is asked for"
    assert list(itertools.islice(results, 30)) == [2 * number for number in range(30)]
    assert len(taken) <= 30 + AHEAD * engine.workers


def test_error_of_the_work_comes_out_whole(engine: Engine) -> None:
    with pytest.raises(InputError) as caught:
        list(engine.map(refuse, [7]))
    assert str(caught.value) == str(InputError("x" * 200, "row 7", "a day"))
    assert (caught.value.where, caught.value.expected) == ("row 7", "a day")
    assert list(engine.map(double, [1])) == [2], "and the engine goes on"


@pytest.mark.parametrize("name", ["processes", "dask"])
def test_workers_are_processes_whose_libraries_have_one_thread(name: str) -> None:
    before = dict(os.environ)
    with open_engine(name, workers=2) as engine:
        assert engine.workers == 2
        found = list(engine.map(threads, range(6)))
    assert name == "dask" or dict(os.environ) == before  # Dask leaves a variable of its own behind
    assert {number for _, number in found} == {"1"}
    assert len({process for process, _ in found} - {os.getpid()}) == 2


def test_lost_process_is_one_clear_line() -> None:
    with open_engine("processes", workers=2) as engine, pytest.raises(EngineError, match="worker process ended"):
        list(engine.map(die, range(3)))


def test_dask_goes_on_when_a_worker_dies(tmp_path: Path) -> None:
    with open_engine("dask", workers=2) as engine:
        assert 0 not in engine.map(die_once, [os.fspath(tmp_path / "mark")] * 5)
    assert (tmp_path / "mark").exists()


@pytest.mark.parametrize(
    ("name", "scheduler", "workers", "line"),
    [
        ("spark", "", None, "--engine: spark: expected one of local, processes, dask"),
        ("local", "tcp://127.0.0.1:1", None, "--scheduler: tcp://127.0.0.1:1: expected no address"),
        ("processes", "", 0, "--workers: 0: expected a number from 1"),
        ("dask", "ftp://127.0.0.1", None, "--scheduler: ftp://127.0.0.1: expected the address of a Dask scheduler"),
    ],
)
def test_engine_that_cannot_be_is_one_clear_line(name: str, scheduler: str, workers: int | None, line: str) -> None:
    with pytest.raises(InputError) as caught, open_engine(name, scheduler, workers):
        pass
    assert str(caught.value).startswith(line)


def test_dask_that_is_not_installed_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(EngineError, match=r"pip install 'tieline\[cluster\]'"), open_engine("dask"):
        pass
