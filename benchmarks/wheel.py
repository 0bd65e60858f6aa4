"""Build the wheel, install it in an empty environment, and run the demo from it.

  python benchmarks/wheel.py

No extras are installed: this is what `pipx install tumen` gives, in regex mode.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


def call(*words: object, cwd: Path = ROOT) -> str:
    """Run a command and return what it printed; stop when it fails."""
    command = [str(word) for word in words]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def main() -> None:
    """Print what the installed commands print."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        call(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
        wheel = next(folder.glob("tumen-*.whl"))
        venv.create(folder / "empty", with_pip=True)
        scripts = folder / "empty" / ("Scripts" if sys.platform == "win32" else "bin")
        pip = (scripts / "python", "-m", "pip", "--quiet", "install")
        pins = ROOT / "requirements" / "base.txt"
        call(*pip, "--require-hashes", "--only-binary", ":all:", "-r", pins)
        call(*pip, "--no-deps", wheel)
        print(f"{wheel.name}: {wheel.stat().st_size / 1024:.0f} KiB")
        print(call(scripts / "tumen", "--help", cwd=folder).splitlines()[1])
        print(call(scripts / "tumen", "doctor", cwd=folder))
        print(call(scripts / "tumen", "demo", "demo", cwd=folder))
        print(call(scripts / "tumen", "world", "w", "--scenario", "small", cwd=folder))
        print(call(scripts / "tumen", "press", "w", "--to", "p", cwd=folder))


if __name__ == "__main__":
    main()
