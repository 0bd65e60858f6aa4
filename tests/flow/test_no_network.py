"""From pages to report, nothing reaches for a network."""

import subprocess
import sys
from pathlib import Path

# Ends the process at the first connection beyond this machine, or name look-up.
WATCHED = """
import sys
from tumen.cli.main import run_command

LOCAL = ("127.0.0.1", "::1")

def watch(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        sys.exit(f"look-up: {arguments}")
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        if isinstance(address, tuple) and address[0] not in LOCAL:
            sys.exit(f"connection: {address}")

sys.addaudithook(watch)
for call in (["new", "case"], ["add", "case", "pages"], ["run", "case"],
             ["ask", "case", "how many in 2017"],
             ["publish", "case", "--to", "release"], ["verify", "case"]):
    if run_command(call) not in (0, 3):
        sys.exit(f"{call} failed")
"""

PAGE = """Harbour Ledger (invented)

Ledger counts builders

By Ada Example

March 3, 2017

About 300 North Korean workers were living in Russia in 2017, the ministry said on Friday.
"""


def test_a_case_from_pages_to_report_never_connects(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "ledger.txt").write_text(PAGE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", WATCHED],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "release" / "report.html").is_file()


def test_the_watch_sees_a_connection(tmp_path: Path) -> None:
    reach = WATCHED.split("for call in")[0] + (
        "import socket\nsocket.create_connection(('192.0.2.1', 80), timeout=1)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", reach],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "look-up" in done.stderr or "connection" in done.stderr
