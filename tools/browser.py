"""Finds a browser for the tests, and prints its path; installs one where there is none.

Each candidate is proved by a headless launch that must paint a word, then the next is tried: one that
is named (TIELINE_BROWSER), one on the machine, Debian's Chromium, Playwright's own download. Exit code 1:
there is none. All that is said on the way goes to stderr.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
PACKAGES = ("chromium", "fonts-noto-cjk")
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
LAUNCH_SECONDS, APT_SECONDS, DOWNLOAD_SECONDS = 60, 400, 180


def main() -> int:
    for path in candidates():
        if launches(path):
            print(path)
            return 0
        say(f"{path} does not start")
    say("NO BROWSER: none is here, and none could be installed. Install Chromium, or set TIELINE_BROWSER to its path.")
    return 1


def candidates() -> Iterator[str]:
    """Paths, the cheapest to get first; each step runs only if those before gave nothing that starts."""
    yield from filter(None, [os.environ.get("TIELINE_BROWSER")])
    yield from on_path()
    if install_with_apt():
        yield from on_path()
    if run([sys.executable, "-m", "playwright", "install", "chromium"], DOWNLOAD_SECONDS):
        yield from downloaded()


def on_path() -> list[str]:
    return [path for path in map(shutil.which, (*NAMES, MAC)) if path]


def install_with_apt() -> bool:
    """Whether Debian's packages could be installed: as root, or with a sudo that asks nothing."""
    if not shutil.which("apt-get"):
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and not (shutil.which("sudo") and run([*sudo, "true"], 10)):
        return False
    install = [*sudo, "apt-get", "install", "-y", "--no-install-recommends", *PACKAGES]
    return run([*sudo, "apt-get", "update"], APT_SECONDS) and run(install, APT_SECONDS)


def downloaded() -> list[str]:
    """Where Playwright put its own Chromium."""
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False, timeout=60)
    return answer.stdout.split("\n")[:1] if answer.returncode == 0 else []


def launches(path: str) -> bool:
    """Whether the browser starts without a screen and paints a page."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        page = ["--dump-dom", "data:text/html,<script>document.write('pain'+'ted')</script>"]
        try:
            shown = subprocess.run(
                [path, *QUIET, f"--user-data-dir={profile}", *page],
                capture_output=True,
                check=False,
                timeout=LAUNCH_SECONDS,
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
    return b"painted" in shown.stdout


def run(command: list[str], seconds: int) -> bool:
    """Whether the command ran and ended well in time; what it prints goes to stderr."""
    say(" ".join(command))
    try:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=sys.stderr, timeout=seconds, env=quiet, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        say(f"{command[0]}: {problem}")
        return False
    return done.returncode == 0


def say(words: str) -> None:
    print(f"browser: {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
