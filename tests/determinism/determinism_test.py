"""Builds a chain of catalogs under whatever may differ between two machines,
and compares the bytes:

    determinism_test.py BIN SHUFFLE SOURCE

SHUFFLE is the library that turns the order of folders and the clock.
"""

import ctypes
import hashlib
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

NO_RANDOM_ADDRESSES = 0x0040000  # personality(2)


def states(out):
    """Every output by its path, but for .build-state: it knows the files on
    this disk by their times."""
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in out.rglob("*") if path.is_file() and path.name != ".build-state"}


def turns_the_order(preload, folder):
    """Whether the library does what it is for."""
    script = "import os, sys, time; print(os.listdir(sys.argv[1]), time.time() < 0)"

    def said(seed):
        return subprocess.run([sys.executable, "-c", script, folder], capture_output=True, text=True, check=True, env={
            **os.environ, **preload, "SHUFFLE_SEED": seed, "CLOCK_AHEAD": str(-10 ** 10)}).stdout
    return said("1") != said("2") and "True" in said("1")


def shuffled_copy(source, target, seed):
    """The same files, made in another order and on other days."""
    paths = sorted(path for path in source.rglob("*") if path.is_file())
    random.Random(seed).shuffle(paths)
    for i, path in enumerate(paths):
        to = target / path.relative_to(source)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(path.read_bytes())
        os.utime(to, (10 ** 9 - i, 10 ** 9 - i))


def fixed_addresses():
    ctypes.CDLL(None).personality(NO_RANDOM_ADDRESSES)


def main(bin_folder, shuffle, source):
    catalog = pathlib.Path(bin_folder).resolve() / "catalog"
    source = pathlib.Path(source).resolve()
    is_sanitized = bool(os.environ.get("CATALOG_SANITIZED"))
    wrong = []
    with tempfile.TemporaryDirectory(prefix="catalog-same-") as name:
        folder = pathlib.Path(name)
        base, over = folder / "a/base", folder / "a/over"
        base.mkdir(parents=True)
        for each in ("domains", "channels", "taxonomies", "bodies", "calendar", "flows", "layouts", "views"):
            shutil.copy(source / f"catalog/{each}.yaml", base)
        shutil.copy(source / "catalog/catalog.yaml", base)
        shutil.copytree(source / "catalog/laws", base / "laws")
        shutil.copytree(source / "catalog/items", base / "items")
        shutil.copytree(source / "examples/pingyuan", over)
        manifest = over / "catalog.yaml"
        text = manifest.read_text()
        manifest.write_text("".join("  extends: ../base\n" if line.strip().startswith("extends:") else line
                                    for line in text.splitlines(True)))

        def build(at, *more, cwd=None, catalog_at="over", out=None, **options):
            out = out or folder / f"out-{at}"
            environment = {**os.environ, **options.pop("env", {})}
            done = subprocess.run([catalog, "build", *more, catalog_at, "-o", out], cwd=cwd or folder / "a",
                                  env=environment, capture_output=True, **options)
            if done.returncode:
                wrong.append(f"{at}: exit {done.returncode}: {(done.stdout + done.stderr).decode()[-600:]}")
                return {}
            return states(out)

        all_of = ("--all",)
        first = build("first", *all_of)
        preload = {} if is_sanitized else {"LD_PRELOAD": str(pathlib.Path(shuffle).resolve())}
        (folder / "b/深 处/c").mkdir(parents=True)
        shuffled_copy(folder / "a", folder / "b/深 处/c", 5)
        cases = {
            "one thread": {"more": ("-j", "1")},
            "two threads": {"more": ("-j", "2")},
            "eight threads": {"more": ("-j", "8")},
            "another locale": {"env": {"LC_ALL": "zh_CN.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"}},
            "language of messages": {"more": ("--lang", "zh")},
            "another time zone": {"env": {"TZ": "Pacific/Kiritimati"}},
            "another home and terminal": {"env": {"HOME": "/nonexistent", "USER": "公", "TERM": "dumb", "COLUMNS": "20",
                                                  "NO_COLOR": "1"}},
            "a strict mask": {"umask": 0o077},
            "files in another order, at another place": {"cwd": folder / "b/深 处/c"},
            "by an absolute path": {"catalog_at": over, "cwd": pathlib.Path("/")},
            "from within": {"catalog_at": ".", "cwd": over},
            "addresses not randomised": {"preexec_fn": fixed_addresses},
            "another temporary folder": {"env": {"TMPDIR": str(folder / "b")}},
            "a small stack": {"preexec_fn": lambda: __import__("resource").setrlimit(
                __import__("resource").RLIMIT_STACK, (2 << 20, 8 << 20))},
        }
        if preload:
            if not turns_the_order(preload, base / "items"):
                wrong.append("the library does not turn the order of folders and the clock")
            for seed in (1, 2):
                cases[f"folders in another order, {seed}"] = {"env": {**preload, "SHUFFLE_SEED": str(seed)}}
            cases["another day"] = {"env": {**preload, "CLOCK_AHEAD": str(86400 * 4000)}}
            cases["the day before the epoch"] = {"env": {**preload, "CLOCK_AHEAD": str(-10 ** 9)}}
        for at, options in cases.items():
            more = options.pop("more", ())
            now = build(at.replace(" ", "-"), *all_of, *more, **options)
            differing = sorted(path for path in first.keys() | now.keys() if first.get(path) != now.get(path))
            if differing:
                wrong.append(f"{at}: {len(differing)} of {len(first)} files differ, as {differing[:5]}")
    for each in wrong:
        print(each)
    print(f"{len(first)} files, built in {len(cases) + 1} ways; {len(wrong)} differ")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
