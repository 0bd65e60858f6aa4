"""One writer at a time: a lock the operating system drops when its process dies."""

import os
import sys
import threading
from pathlib import Path

from tumen.errors import CaseLocked

if sys.platform == "win32":
    import msvcrt

    def _seize(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriteLock:
    """A lock file; may be entered again by the thread that holds it.

    Threads that share one lock object wait for each other; any other holder, in this
    process or another one, is refused at once.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._threads = threading.RLock()
        self._depth = 0
        self._file = -1

    def __enter__(self) -> None:
        """Take the lock.

        Raises:
            CaseLocked: somebody else holds it.
        """
        self._threads.acquire()
        if self._depth == 0:
            try:
                self._file = _open_and_seize(self.path)
            except CaseLocked:
                self._threads.release()
                raise
        self._depth += 1

    def __exit__(self, *error: object) -> None:
        self._depth -= 1
        if self._depth == 0:
            # Closing the file gives the lock back.
            os.close(self._file)
        self._threads.release()


def _open_and_seize(path: Path) -> int:
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _seize(file)
    except OSError as error:
        os.close(file)
        raise CaseLocked(
            f"{path.parent}: another command is writing to this case",
            "Wait until it has ended, then run this command again.",
        ) from error
    return file
