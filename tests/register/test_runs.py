"""The log of runs, the lock that holds a register for one of them, and rejected input."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import ModuleType

import pytest

from kordon.domain.errors import BadTable, RegisterError, UnreadableFile
from kordon.register import Register, Scope, open_register


def test_a_run_is_logged_from_its_beginning(register: Register, made: ModuleType) -> None:
    with register.run("run", {"folder": "reports"}) as running:
        running.count("reports", 2)
        running.count("reports")
        running.scope = Scope(made.AS_OF, ("c",), ("AA-ZZ",), *made.weeks(2))
        (begun,) = register.runs()
        assert (begun.id, begun.finished_at, begun.completed) == (running.id, None, False)
    (run,) = register.runs()
    assert (run.command, run.parameters, run.counts) == ("run", (("folder", "reports"),), (("reports", 3),))
    assert run.scope == running.scope
    assert run.completed
    assert run.finished_at is not None
    assert run.finished_at >= run.started_at
    assert register.latest_run() == run


def test_a_run_that_fails_says_why(register: Register) -> None:
    with pytest.raises(UnreadableFile), register.run("run"):
        raise UnreadableFile("a.txt", "", "it is empty", "write it")
    with pytest.raises(KeyboardInterrupt), register.run("run"):
        raise KeyboardInterrupt
    assert [(r.completed, r.outcome) for r in register.runs()] == [
        (False, "a.txt: it is empty; write it."),
        (False, "KeyboardInterrupt"),
    ]
    assert register.latest_run() is None


def test_a_second_run_gets_a_sentence(register_url: str) -> None:
    with open_register(register_url) as one, open_register(register_url) as other:
        waited: list[bool] = []
        with (
            one.run("run"),
            pytest.raises(RegisterError, match=r"^Another run is writing to the register .+\.$"),
            other.run("run", wait=0.2, waiting=lambda: waited.append(True)),
        ):
            pytest.fail("two runs at once")
        assert waited == [True]
        with other.run("run", waiting=lambda: waited.append(False)):
            assert waited == [True]  # nothing to wait for
        assert len(one.runs()) == 2


def test_reading_goes_on_during_a_run(register_url: str, made: ModuleType) -> None:
    with open_register(register_url) as one, one.run("run"):
        one.store(made.coded(1))
        with open_register(register_url) as other:
            assert other.report(made.report(1).id) == made.report(1)


def test_the_lock_ends_with_a_process_that_is_killed(register_url: str) -> None:
    ready, tell = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover, another process
        with open_register(register_url) as register, register.run("run"):
            os.write(tell, b".")
            signal.pause()
    assert os.read(ready, 1) == b"."
    with open_register(register_url) as register:
        with pytest.raises(RegisterError, match="Another run"), register.run("run", wait=0):
            pytest.fail("two runs at once")
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with register.run("run", wait=10):
            killed, own = register.runs()
        assert (killed.finished_at, killed.completed) == (None, False)
        assert register.runs()[1].completed
        assert own.id != killed.id
    os.close(ready)
    os.close(tell)


def test_rejected_input_is_said_once(register: Register) -> None:
    errors = [
        BadTable("a.csv", "row 2", "the date does not exist", "correct it"),
        UnreadableFile("b.txt", "", "it is empty", "write it"),
    ]
    with register.run("run") as run:
        assert [register.reject(error, run.id) for error in errors] == [True, True]
    with register.run("run") as run:
        assert [register.reject(error, run.id) for error in errors] == [False, False]
    assert register.rejections() == tuple(map(str, errors))


def test_a_lock_file_is_not_left_behind(make_url: Callable[[], str], template: object) -> None:
    url = make_url()
    with open_register(url) as register, register.run("run"):
        pass
    assert not os.path.exists(url + "-lock")  # noqa: PTH110 - on a server this is no path
