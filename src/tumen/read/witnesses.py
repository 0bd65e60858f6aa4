"""What the metadata of an HTML page says about it: names follow its standards."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from resiliparse.parse.html import ElementNode

# Open Graph, schema.org, Dublin Core and what large publishers use beside them.
META_KEYS = {
    "og:title": "title",
    "twitter:title": "title",
    "dc.title": "title",
    "og:site_name": "site",
    "application-name": "site",
    "dc.publisher": "site",
    "author": "author",
    "byl": "author",
    "dc.creator": "author",
    "article:published_time": "published",
    "datepublished": "published",
    "date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dcterms.created": "published",
    "pubdate": "published",
    "publishdate": "published",
    "publish-date": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "article:modified_time": "updated",
    "datemodified": "updated",
    "dcterms.modified": "updated",
    "last-modified": "updated",
    "og:updated_time": "updated",
    "og:url": "address",
}
LINKED_KEYS = {
    "headline": "title",
    "datePublished": "published",
    "dateModified": "updated",
    "author": "author",
    "publisher": "site",
}
TOLD_TAGS = frozenset(("meta", "script", "link", "time"))
SAVED = re.compile(
    r"Page saved with SingleFile\s+url:\s*(?P<address>\S+)\s+saved date:\s*(?P<captured>[^\n]+)"
)
SAVED_WINDOW_CHARS = 5_000
MAX_LINKED_CHARS = 500_000
MAX_VALUE_CHARS = 300
MAX_PER_KEY = 3
MAX_NODES = 2_000


def find_witnesses(
    told: Sequence[ElementNode], title: str | None, source: str
) -> Iterator[tuple[str, str]]:
    """Yield key and value, each value once, at most three per key.

    Args:
        told: the elements with one of `TOLD_TAGS`, in order of the page.
        title: title of the page.
        source: the page as saved.
    """
    seen: dict[str, list[str]] = {}
    for key, value in _all(told, title, source):
        flat = " ".join(value.split())[:MAX_VALUE_CHARS]
        known = seen.setdefault(key, [])
        if flat and flat not in known and len(known) < MAX_PER_KEY:
            known.append(flat)
            yield key, flat


def _all(
    told: Sequence[ElementNode], title: str | None, source: str
) -> Iterator[tuple[str, str]]:
    saved = SAVED.search(source[:SAVED_WINDOW_CHARS])
    if saved:
        yield "address", saved["address"]
        yield "captured", saved["captured"]
    by_tag: dict[str | None, list[ElementNode]] = {}
    for node in told:
        by_tag.setdefault(node.tag, []).append(node)
    yield from _linked(by_tag.get("script", ()))
    yield from _meta(by_tag.get("meta", ()))
    if title:
        yield "title", title
    yield from _elements(by_tag.get("link", ()), by_tag.get("time", ()))


def _meta(nodes: Iterable[ElementNode]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        name = (
            node.getattr("property") or node.getattr("name") or node.getattr("itemprop")
        )
        key = META_KEYS.get((name or "").lower())
        if key:
            yield key, node.getattr("content") or ""


def _elements(
    links: Iterable[ElementNode], times: Iterable[ElementNode]
) -> Iterator[tuple[str, str]]:
    for node in links:
        if (node.getattr("rel") or "").lower() == "canonical":
            yield "address", node.getattr("href") or ""
    for node in times:
        names = f"{node.getattr('itemprop')} {node.class_name} {node.getattr('pubdate')}".lower()
        if "publish" in names or "pubdate" in names:
            yield "published", node.getattr("datetime") or ""
        elif "updated" in names or "modified" in names:
            yield "updated", node.getattr("datetime") or ""


def _linked(nodes: Iterable[ElementNode]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if (node.getattr("type") or "").lower() != "application/ld+json":
            continue
        try:
            told = json.loads((node.text or "")[:MAX_LINKED_CHARS])
        except (ValueError, RecursionError):
            continue
        yield from _told(told)


def _told(told: object) -> Iterator[tuple[str, str]]:
    """Walk JSON-LD without recursion and yield what it says about the article."""
    waiting: list[object] = [told]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        part = waiting.pop(0)
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict):
            if "datePublished" in part or "headline" in part:
                yield from _article(part)
            waiting += (
                part.get("@graph", ()) if isinstance(part.get("@graph"), list) else ()
            )


def _article(part: dict[str, object]) -> Iterator[tuple[str, str]]:
    for name, key in LINKED_KEYS.items():
        value = part.get(name)
        values = value if isinstance(value, list) else [value]
        for each in values:
            said = each.get("name") if isinstance(each, dict) else each
            if isinstance(said, str):
                yield key, said
