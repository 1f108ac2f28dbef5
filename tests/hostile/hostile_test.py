"""Runs the program on every hostile tree of trees.py:

    hostile_test.py BIN SOURCE [PATTERN…]

BIN holds `catalog` and `catalog_watch`, SOURCE is the repository; PATTERNs are
parts of names of cases. Whatever lies in a tree, the program ends by itself,
under 10 seconds and 1 GB, with the exit code of the case and a message at a
place; what it prints has no control characters; where it fails it has written
nothing. Without CATALOG_TIER=all those that take long are left out.
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import zlib

import trees
from special import put

SECONDS = 10  # of the processor; how long one waits depends on who else runs
PATIENCE = 60
KILOBYTES = 1 << 20
PLACE = r"^\S.*:\d+:\d+: "
# Control characters, and those that turn the order of reading.
ODD = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ufeff]")
IS_SANITIZED = bool(os.environ.get("CATALOG_SANITIZED"))
IS_ROOT = os.geteuid() == 0
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


class Run:
    """One command over one tree, and what came of it."""

    def __init__(self, bin_folder, tree, words, number, as_nobody):
        self.words = words
        status, out = tree.parent / f"status{number}", tree.parent / f"said{number}"
        status.touch()
        status.chmod(0o666)
        become = NOBODY if as_nobody else []
        with open(out, "wb") as file:
            options = os.environ.get("ASAN_OPTIONS", "")
            # Else what a sanitizer found looks like an error of the catalog.
            environment = {**os.environ, "ASAN_OPTIONS": f"{options}:exitcode=99"}
            subprocess.run([*become, bin_folder / "catalog_watch", status, str(PATIENCE * (10 if IS_SANITIZED else 1)),
                            "none", bin_folder / "catalog", "--lang", "en", *words],
                           cwd=tree, stdin=subprocess.DEVNULL, stdout=file, stderr=file, check=True, env=environment)
        self.status = dict(line.split(" ", 1) for line in status.read_text().splitlines())
        with open(out, "rb") as file:
            self.said = file.read(64 << 20)

    @property
    def exit(self):
        return int(self.status["exit"]) if "exit" in self.status else None

    def faults(self, exits, says):
        if "late" in self.status:
            yield f"not done after {PATIENCE} s"
        if "signal" in self.status:
            yield f"killed by signal {self.status['signal']}"
        if self.exit is not None and self.exit not in exits:
            yield f"exit {self.exit}, not {exits}"
        if b"Sanitizer" in self.said or b"runtime error:" in self.said:
            yield "a sanitizer spoke"
        if not IS_SANITIZED and float(self.status["cpu"]) > SECONDS:
            yield f"{self.status['cpu']} seconds of the processor"
        if not IS_SANITIZED and int(self.status["rss"]) > KILOBYTES:
            yield f"{int(self.status['rss']) >> 10} MB of memory"
        try:
            text = self.said.decode()
        except UnicodeDecodeError as error:
            yield f"printed what is not UTF-8: {error}"
            text = self.said.decode(errors="replace")
        if odd := ODD.search(text):
            yield f"printed {odd.group()!r}: {text[max(0, odd.start() - 40):odd.end() + 20]!r}"
        if says and not re.search(says, text, re.M):
            yield f"does not say {says!r}"
        if self.exit == 1 and not says and self.words[0] in ("check", "build") and not re.search(PLACE, text, re.M):
            yield "says no place"
        if self.exit in (1, 3) and not text.strip():
            yield "says nothing"


def make(case, tree, source):
    shutil.copytree(source / "examples/minimal", tree)
    if not isinstance(case.files, dict):
        case.files.make(tree)
        return
    for name, what in case.files.items():
        path = os.path.join(os.fsencode(tree), os.fsencode(name))
        if os.path.lexists(path):
            os.remove(path)
        if what is not None:
            put(tree, name, what)


def commands_of(case, tree):
    for command in case.commands:
        if command == "check":
            yield ["check"], case.exits, case.says
        elif command == "build":
            for each in (["build", "-o", "../out"], ["build", "-o", "../old"]):
                yield each, case.exits, case.says
        elif command == "fmt":
            yield ["fmt", "--check"], (0, 1, 3), None
        elif command == "list":
            yield ["list"], (0, 1, 3), None
        elif command == "tree":
            if isinstance(case.files, dict) and "a.yaml" in case.files:
                yield ["tree", "a.yaml", "--format", "json"], (0, 1, 3), None
        else:
            yield [*command.split(), "-o", "../out"], case.exits if case.exits != (0, 1) else (0, 1, 3), None


def traces(folder):
    """What lies beside the tree: bytes and times of every file."""
    found = {}
    for at in ("old", "out"):
        for path in sorted((folder / at).rglob("*")):
            if path.is_file():
                found[str(path.relative_to(folder))] = (path.read_bytes(), path.stat().st_mtime_ns)
    return found


def try_case(case, bin_folder, source, old, is_quick):
    """All that is wrong with it, each with its command."""
    wrong = []
    with tempfile.TemporaryDirectory(prefix="catalog-hostile-") as name:
        folder = pathlib.Path(name)
        tree = folder / "tree"
        as_nobody = case.needs == "user" and IS_ROOT
        make(case, tree, source)
        if as_nobody:
            folder.chmod(0o777)
        shutil.copytree(old, folder / "old", copy_function=shutil.copy2)
        if as_nobody:
            for path in (folder / "old", *(folder / "old").rglob("*")):
                shutil.chown(path, 65534, 65534)
        for number, (words, exits, says) in enumerate(commands_of(case, tree)):
            if is_quick and words[0] not in ("check", "import") and "../old" not in words:
                continue
            before = traces(folder)
            exits = exits if isinstance(exits, tuple) else (exits,)
            run = Run(bin_folder, tree, words, number, as_nobody)
            wrong += [(words, fault, run.said) for fault in run.faults(exits, says)]
            if run.exit != 0 and traces(folder) != before:
                wrong.append((words, "failed, and changed what was written", run.said))
            left = {each.name for each in folder.iterdir()} - {"tree", "old", "out"}
            left = {each for each in left if not each.startswith(("status", "said"))}
            if left or (run.exit != 0 and (folder / "out").exists()):
                wrong.append((words, f"left {sorted(left) or 'out'} behind", run.said))
            shutil.rmtree(folder / "out", ignore_errors=True)
            # A build that came through is no old one any more.
            if run.exit == 0 and words[-1] == "../old":
                break
        for path in tree.rglob("*"):  # so that it can be removed
            if not path.is_symlink() and path.is_dir():
                path.chmod(0o755)
    return wrong


def main(words):
    bin_folder, source = (pathlib.Path(each).resolve() for each in words[:2])
    patterns = words[2:]
    is_all = os.environ.get("CATALOG_TIER") == "all" or bool(patterns)
    cases = [each for each in trees.CASES if (is_all or not each.is_slow) and
             (not patterns or any(part in each.name for part in patterns))]
    skipped = [each for each in cases if each.needs == "root" and not IS_ROOT or
               each.needs == "user" and IS_ROOT and not shutil.which(NOBODY[0])]
    cases = [each for each in cases if each not in skipped]
    failed = 0
    lock = threading.Lock()

    def attempt(case):
        nonlocal failed
        # Of commands that read the same way, one in eight is tried.
        is_quick = (IS_SANITIZED or not is_all) and zlib.crc32(case.name.encode()) % 8 != 0
        wrong = try_case(case, bin_folder, source, old, is_quick)
        with lock:
            failed += bool(wrong)
            for command, fault, said in wrong:
                print(f"{case.name}: catalog {' '.join(map(str, command))}: {fault}")
            if wrong:
                shown = wrong[0][2][:600].decode(errors="replace")
                print("".join(f"    {ascii(line)[1:-1]}\n" for line in shown.splitlines()), flush=True)

    with tempfile.TemporaryDirectory(prefix="catalog-hostile-") as name:
        old = pathlib.Path(name) / "old"
        subprocess.run([bin_folder / "catalog", "build", source / "examples/minimal", "-o", old], check=True,
                       stdout=subprocess.DEVNULL)
        with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("JOBS", os.cpu_count()))) as pool:
            list(pool.map(attempt, cases))
    for each in skipped:
        print(f"left out: {each.name}: {'only root can make it' if each.needs == 'root' else 'root reads it all the same'}")
    print(f"{len(cases)} hostile trees, {failed} not as they should be")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
