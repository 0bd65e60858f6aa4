"""CPU seconds of some work, on one thread."""

import os
import sys
import time
from collections.abc import Callable

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def cpu_seconds(work: Callable[..., object], *given: object) -> float:
    """Return the CPU seconds that some work takes."""
    begin_s = time.process_time()
    work(*given)
    return time.process_time() - begin_s


def one_thread(module: str) -> None:
    """Start a module of benchmarks again on one thread unless this is one already.

    The libraries read these names when they are loaded, which is before this runs.
    """
    if any(os.environ.get(name) != "1" for name in ONE_THREAD):
        alone = os.environ | dict.fromkeys((*ONE_THREAD, "NUMBA_NUM_THREADS"), "1")
        words = [sys.executable, "-m", module, *sys.argv[1:]]
        os.execve(sys.executable, words, alone)  # noqa: S606  our own command again
