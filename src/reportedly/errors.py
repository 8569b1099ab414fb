"""Everything that this package raises on purpose, and the closed list of reasons for which an input is not read.

    ReportedlyError
    ├── InputRefused          an input that gives no record; carries a `Reason`, the input's name and a detail
    ├── CasebookError         a casebook that cannot be used as asked
    │   ├── NotACasebook      the file is something else
    │   ├── CasebookTooNew    it was written by a later version
    │   ├── CasebookBusy      another process is writing to it
    │   └── CasebookFull      the disk (or a quota) has no room for what was to be written
    ├── KnowledgeError        a knowledge file that does not say what it must
    └── Misuse                the caller asked for something that does not exist: an unknown format, column, article

Messages are for people: what was wrong, with which input, and what to do about it.
"""

from enum import StrEnum


class State(StrEnum):
    """What became of an input: every input is in exactly one of these states."""

    PENDING = "pending"
    READ = "read"
    SKIPPED = "skipped"
    FAILED = "failed"


class Reason(StrEnum):
    """Why an input was not read. The list is closed: each member has its sentence in `REASONS` and a test."""

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    TOO_MANY = "too_many"
    MALFORMED = "malformed"
    TRUNCATED = "truncated"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no_text"
    NO_COLUMN = "no_column"
    REFUSED_ADDRESS = "refused_address"
    FETCH_FAILED = "fetch_failed"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"
    INTERNAL = "internal"
    LANGUAGE = "language"
    NOT_AN_ARTICLE = "not_an_article"


REASONS: dict[Reason, tuple[State, str]] = {
    Reason.NOT_FOUND: (State.FAILED, "there is no such file or folder"),
    Reason.UNREADABLE: (State.FAILED, "the system does not let it be opened"),
    Reason.EMPTY: (State.FAILED, "it holds no bytes, or white space alone"),
    Reason.BINARY: (State.FAILED, "its bytes are not text and no known format"),
    Reason.UNDECODABLE: (State.FAILED, "no character encoding reads its bytes as text"),
    Reason.TOO_LARGE: (State.FAILED, "it is larger than the limit for one article or file"),
    Reason.TOO_DEEP: (State.FAILED, "its elements are nested deeper than the limit"),
    Reason.TOO_MANY: (State.FAILED, "it holds more items than the limit"),
    Reason.MALFORMED: (State.FAILED, "it breaks the rules of its own format"),
    Reason.TRUNCATED: (State.FAILED, "it ends before its format says that it should"),
    Reason.ENCRYPTED: (State.FAILED, "it is protected by a password"),
    Reason.NO_TEXT: (State.FAILED, "its format was read but no article text was in it"),
    Reason.NO_COLUMN: (State.FAILED, "no column of the corpus holds the article's text"),
    Reason.REFUSED_ADDRESS: (State.FAILED, "the address is not one that may be fetched"),
    Reason.FETCH_FAILED: (State.FAILED, "the address did not give an article"),
    Reason.TIMEOUT: (State.FAILED, "reading it took longer than the limit"),
    Reason.MEMORY: (State.FAILED, "reading it took more memory than the limit"),
    Reason.CRASHED: (State.FAILED, "the process that read it ended without an answer"),
    Reason.INTERNAL: (State.FAILED, "the program has a fault that this input shows; please report it"),
    Reason.LANGUAGE: (State.SKIPPED, "it is not written in a language that the program reads"),
    Reason.NOT_AN_ARTICLE: (State.SKIPPED, "it is a part of an archive that is no page, such as a picture"),
}
"""For each reason, the state that it leads to and its sentence for people."""


class ReportedlyError(Exception):
    """The root of this package's errors."""


class InputRefused(ReportedlyError):
    """An input that gives no record.

    `reason` is the code from the closed list, `source` the input's name, `detail` what is particular to this
    case (a language, a size, a position), which may be empty.
    """

    def __init__(self, reason: Reason, source: str = "", detail: str = "") -> None:
        self.reason, self.source, self.detail = reason, source, detail
        super().__init__(reason, source, detail)

    @property
    def state(self) -> State:
        """The state that an input refused for this reason is in."""
        return REASONS[self.reason][0]

    def named(self, source: str) -> "InputRefused":
        """This refusal with the input's name filled in, where it did not know it."""
        return self if self.source else InputRefused(self.reason, source, self.detail)

    def __str__(self) -> str:
        sentence = REASONS[self.reason][1] + (f" ({self.detail})" if self.detail else "")
        return f"{self.source}: {sentence} [{self.reason}]" if self.source else f"{sentence} [{self.reason}]"


class CasebookError(ReportedlyError):
    """A casebook that cannot be used as asked."""


class NotACasebook(CasebookError):
    """The file exists and is something else."""


class CasebookTooNew(CasebookError):
    """The casebook was written by a later version of this program."""


class CasebookBusy(CasebookError):
    """Another process is writing to the casebook."""


class CasebookFull(CasebookError):
    """There is no room on the disk for what was to be written."""


class KnowledgeError(ReportedlyError):
    """A knowledge file that cannot be read or does not say what it must."""


class Misuse(ReportedlyError):
    """The caller asked for something that does not exist, such as an unknown format or article."""
