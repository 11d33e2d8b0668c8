"""Processes that help this one: what Ctrl-C does to them."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def starting() -> Iterator[None]:
    """Processes started inside do not hear Ctrl-C before they are ready for it: in their first second they would
    answer it with a traceback each."""
    if threading.current_thread() is not threading.main_thread():  # which alone may set signals
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # a child inherits it
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def be_stoppable() -> None:
    """The first thing such a process does: from now on Ctrl-C ends it, without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
