"""The tables of a case, the same on SQLite and on a database server."""

from sqlalchemy import (
    DDL,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    event,
)

SCHEMA_VERSION = 2
"""Raised when a table changes or is added; a case with a higher one is refused."""

metadata = MetaData()

# Plain facts about the case itself, and the sums over the rows of every table.
meta = Table(
    "meta",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

# `removed_at` marks a tombstone: the bytes are gone, the row stays.
captures = Table(
    "captures",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("removed_at", String(32)),
    Column("record", Text, nullable=False),
    Column("row_hash", String(64), nullable=False),
)

names = Table(
    "names",
    metadata,
    Column("name", Text, primary_key=True),
    Column("capture", String(64), ForeignKey("captures.id"), nullable=False),
    Column("row_hash", String(64), nullable=False),
)

# Bytes by their SHA-256, compressed with zstd.
blobs = Table(
    "blobs",
    metadata,
    Column("id", String(64), ForeignKey("captures.id"), primary_key=True),
    Column("size_bytes", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

# What a page was read and extracted with; `content` is the hash over its rows.
pages = Table(
    "pages",
    metadata,
    Column("id", String(64), ForeignKey("captures.id"), primary_key=True),
    Column("read_key", String(64), nullable=False),
    Column("extract_key", String(64), nullable=False),
    Column("content", String(64), nullable=False),
    Column("row_hash", String(64), nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", String(64), ForeignKey("captures.id"), primary_key=True),
    Column("name", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("row_hash", String(64), nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String(16), primary_key=True),
    Column(
        "capture", String(64), ForeignKey("captures.id"), nullable=False, index=True
    ),
    Column("kind", String(16), nullable=False),
    Column("element", String(64), nullable=False, index=True),
    Column("record", Text, nullable=False),
    Column("row_hash", String(64), nullable=False),
)

# Claims that others handed in; kept when the page is read again. `source` is the hash of
# the file they came from.
proposals = Table(
    "proposals",
    metadata,
    Column("id", String(16), primary_key=True),
    Column(
        "capture", String(64), ForeignKey("captures.id"), nullable=False, index=True
    ),
    Column("source", String(64), nullable=False, index=True),
    Column("record", Text, nullable=False),
    Column("row_hash", String(64), nullable=False),
)

# `scope` says whose trouble it is: `add NAME`, `import HASH`, `page CAPTURE` or `case`.
issues = Table(
    "issues",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("record", Text, nullable=False),
    Column("row_hash", String(64), nullable=False),
)

# Lines are added, never changed; the triggers below refuse anything else. `capture`
# is the page the subject was read from, also when the subject is gone later.
decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("subject", String(16), nullable=False, index=True),
    Column("capture", String(64), ForeignKey("captures.id"), nullable=False),
    Column("record", Text, nullable=False),
)

# Every `--raw REASON`: who lets data out unredacted says why, for good.
raw_exits = Table(
    "raw_exits",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("record", Text, nullable=False),
)

traces = Table(
    "traces",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("stage", String(32), nullable=False),
    Column("record", Text, nullable=False),
    Column("row_hash", String(64), nullable=False),
)


def _answers(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("key", Text, nullable=False),
        Column("record", Text, nullable=False),
        Column("row_hash", String(64), nullable=False),
    )


# What the folds gave, in their order; replaced as a whole.
reviewed = _answers("reviewed")
groups = _answers("groups")
estimates = _answers("estimates")
boxes = _answers("boxes")

APPEND_ONLY = (decisions, raw_exits)

for _table in APPEND_ONLY:
    for _verb in ("UPDATE", "DELETE"):
        _refusal = DDL(  # type: ignore[no-untyped-call]  # untyped in the package
            f"CREATE TRIGGER {_table.name}_no_{_verb.lower()} "
            f"BEFORE {_verb} ON {_table.name} BEGIN "
            f"SELECT RAISE(ABORT, '{_table.name} are added, never changed'); END"
        ).execute_if(dialect="sqlite")
        event.listen(_table, "after_create", _refusal)
