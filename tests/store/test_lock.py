import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tumen.errors import CaseLocked
from tumen.store.lock import WriteLock

HOLD = """
import sys
from pathlib import Path
from tumen.store.lock import WriteLock
with WriteLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_holder_may_enter_again(tmp_path: Path) -> None:
    lock = WriteLock(tmp_path / "lock")

    with lock, lock:
        pass
    with lock:
        pass


def test_another_holder_of_this_process_is_refused(tmp_path: Path) -> None:
    with (
        WriteLock(tmp_path / "lock"),
        pytest.raises(CaseLocked),
        WriteLock(tmp_path / "lock"),
    ):
        pass


def test_a_refused_lock_can_be_had_later(tmp_path: Path) -> None:
    second = WriteLock(tmp_path / "lock")
    with WriteLock(tmp_path / "lock"), pytest.raises(CaseLocked), second:
        pass

    with second:
        pass


def test_threads_of_one_lock_wait_for_each_other(tmp_path: Path) -> None:
    lock = WriteLock(tmp_path / "lock")
    order: list[str] = []
    has_begun = threading.Event()

    def wait() -> None:
        has_begun.set()
        with lock:
            order.append("second")

    thread = threading.Thread(target=wait)
    with lock:
        thread.start()
        has_begun.wait()
        order.append("first")
    thread.join()

    assert order == ["first", "second"]


def test_the_lock_dies_with_its_process(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(CaseLocked), WriteLock(path):
            pass
        holder.kill()

    with WriteLock(path):
        pass
