"""Work that takes longer than a frame: done in a thread, with progress and cancel, results handed back as events.

Only the loop of the window calls what waits for a result, so nothing on the screen is touched by two threads.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from typing import Generic, Protocol, TypeVar

import pygame

Result = TypeVar("Result")

NEWS = pygame.event.custom_type()
"""Type of the event that says that there is news of work."""


class Cancelled(Exception):
    """The work was stopped; raised inside it."""


class Report:
    """What work tells of itself while it goes on."""

    def __init__(self, tell: Callable[[str, int | None], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def say(self, text: str, done: int | None) -> None:
        """Tell what is being done and how far it is, in thousandths; None where nobody knows. Raises Cancelled if stopped."""
        self.check()
        self._tell(text, done)

    def check(self) -> None:
        """Raise Cancelled if stopped."""
        if self._stop.is_set():
            raise Cancelled

    def stop(self) -> None:
        """Ask the work to stop at its next word."""
        self._stop.set()


class Post:
    """Calls that other threads leave for the loop of the window."""

    def __init__(self) -> None:
        self._calls: deque[Callable[[], None]] = deque()

    def leave(self, call: Callable[[], None]) -> None:
        """Leave a call, and wake the loop; from any thread."""
        self._calls.append(call)
        try:
            pygame.event.post(pygame.event.Event(NEWS))
        except pygame.error:  # the queue is full, so the loop will wake, or closed, so nobody waits
            return

    def deliver(self) -> bool:
        """Make the calls that were left; whether there were any. From the loop alone."""
        made = False
        while self._calls:
            self._calls.popleft()()
            made = True
        return made


class Job(Protocol):
    """What a thread can do."""

    def run(self) -> None:
        """Do it, in the thread."""

    def cancel(self) -> None:
        """Ask it to end soon; from any thread."""


class Crew:
    """Threads that do jobs, one each; who is done waits for the next, because memory that a thread has used stays with it."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._under_way: list[Job] = []
        self._waiting = 0
        self._turnstile = threading.Lock()

    def take(self, job: Job) -> None:
        """Have a job done at once: by who waits, else by one more."""
        with self._turnstile:
            is_one_more = self._waiting == 0
            self._waiting -= not is_one_more
            self._under_way.append(job)
        if is_one_more:
            self._threads.append(threading.Thread(target=self._serve, daemon=True, name="work"))
            self._threads[-1].start()
        self._jobs.put(job)

    def go_home(self) -> None:
        """Cancel every job and wait for all threads to end: what they use is about to be closed."""
        with self._turnstile:
            jobs, self._waiting = list(self._under_way), 0
        for job in jobs:
            job.cancel()
        for _thread in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            job.run()
            with self._turnstile:
                self._under_way.remove(job)
                self._waiting += 1


class Work(Generic[Result]):
    """One job in a thread.

    `done` is told the result, `news` each word of it, `stopped` that it was cancelled; all in the loop. What the job
    raises is raised in the loop, where `wargame.ui.ending` tells the player of it.
    """

    def __init__(
        self,
        crew: Crew,
        job: Callable[[Report], Result],
        post: Post,
        done: Callable[[Result], None],
        news: Callable[[str, int | None], None],
        stopped: Callable[[], None],
    ) -> None:
        self._job = job
        self._post = post
        self._done = done
        self._stopped = stopped
        self._report = Report(lambda text, share: post.leave(lambda: news(text, share)))
        self._ended = threading.Event()
        crew.take(self)

    def cancel(self) -> None:
        """Stop it as soon as it listens; its result is dropped."""
        self._report.stop()

    def join(self, seconds: float) -> bool:
        """Wait for its end, at most so long; whether it has ended."""
        return self._ended.wait(seconds)

    def run(self) -> None:
        """Do the job; called by the crew."""
        try:
            result = self._job(self._report)
            self._report.check()
        except Cancelled:
            self._post.leave(self._stopped)
        except BaseException as crash:  # raised again in the thread that asked for the work
            self._post.leave(_raising(crash))
        else:
            self._post.leave(lambda: self._done(result))
        finally:
            self._ended.set()


def _raising(crash: BaseException) -> Callable[[], None]:
    def call() -> None:
        raise crash

    return call
