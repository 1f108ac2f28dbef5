"""Checkers of pages from npm, kept outside the repository."""

import os
import pathlib
import shutil
import subprocess
import tempfile

PATIENCE = 120  # seconds for a download


def folder():
    cache = os.environ.get("XDG_CACHE_HOME") or tempfile.gettempdir()
    return pathlib.Path(cache) / "catalog-page-checkers"


def package(name):
    """The folder of an installed package; installs it where it can, None
    where it cannot."""
    path = folder() / "node_modules" / name
    if path.is_dir():
        return path
    if not shutil.which("npm"):
        return None
    folder().mkdir(parents=True, exist_ok=True)
    try:
        subprocess.run(["npm", "install", "--no-audit", "--no-fund",
                        "--prefix", str(folder()), name], check=True,
                       timeout=PATIENCE, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        return None
    return path if path.is_dir() else None
