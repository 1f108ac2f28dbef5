"""Lets one system call of a command fail, the first, the second … until there
is none left to fail, as SQLite does, and looks at what it left:

    faults_test.py BIN SOURCE [PATTERN…]

Each file of the source is as before or as without the fault, so is the folder
of outputs; the exit code is that of an undisturbed run or 3; what was said is
true: it names a failure where there was one. CATALOG_TIER=all tries every
call, else a part of them evenly spread.
"""

import concurrent.futures
import errno
import hashlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading

IS_ALL = os.environ.get("CATALOG_TIER") == "all"
IS_SANITIZED = bool(os.environ.get("CATALOG_SANITIZED"))
MOST = 3  # points a row, unless all are asked for
PATIENCE = 60

# Which calls fail, and how. Where several numbers stand, as many calls fail
# one after the other. A negative number is a signal that comes before.
ROWS = [
    ("no-file", "open,stat,list,read", [errno.EACCES]),
    ("disk-error", "open,stat,list,read", [errno.EIO]),
    ("disk-full", "write,sync,name,close", [errno.ENOSPC]),
    ("write-error", "write,sync,name,close,mode", [errno.EIO]),
    ("read-only", "name,mode", [errno.EROFS]),
    ("interrupted", "open,read,write,close,sync,lock", [errno.EINTR]),
    ("interrupted-twice", "read,write", [errno.EINTR, errno.EINTR]),
    ("no-descriptors", "open,pipe", [errno.EMFILE]),
    ("no-memory", "memory", [errno.ENOMEM]),
    ("no-more-memory", "memory", [errno.ENOMEM] * 500),
    ("no-threads", "thread", [errno.EAGAIN]),
    ("no-seek", "seek", [errno.EIO]),
    ("killed", "open,write,name,close", [-signal.SIGKILL]),
    ("interrupt", "open,write,name,close", [-signal.SIGINT]),
    ("terminate", "open,write,name,close", [-signal.SIGTERM]),
    ("hang-up", "open,write,name,close", [-signal.SIGHUP]),
]

if IS_SANITIZED:  # without memory, a sanitizer's allocator ends the program
    ROWS = [row for row in ROWS if row[1] != "memory"]

SIGNALS = {-signal.SIGINT: 130, -signal.SIGTERM: 143, -signal.SIGHUP: 129}


class Desk:
    """What the commands work on, made once and copied for each run."""

    def __init__(self, folder, bin_folder, source):
        self.folder = folder
        self.bin = bin_folder
        base, over = folder / "base", folder / "county"
        shutil.copytree(source / "examples/minimal", base)
        registers = base / "registers.yaml"
        registers.write_text(registers.read_text() + "\n# 多余的空白   \n")
        items = base / "items/compulsory-education.yaml"
        items.write_text(items.read_text().replace("信息形成或者变更之日起20个工作日内",
                                                   "信息形成或者变更之日起20个工作日內", 1))
        over.mkdir()
        (over / "catalog.yaml").write_text(
            'catalog: {id: over, title: 某镇目录, version: "1", date: 2026-01-15, jurisdiction: "339901001", '
            'extends: ../base}\njurisdictions:\n  - {code: "339901001", name: 某镇, level: town, kind: town, '
            'under: "339901", assumed: true}\n')
        (over / "adjust.yaml").write_text(
            "adjust:\n  - item: compulsory-education/school-directory\n    timing: 实时公开\n    reason: 便民\n")
        self.call("build", "base", "-o", "out")
        (folder / "rows.csv").write_text("序号,一级事项,公开内容,公开时限,公开主体,公开渠道\n"
                                         "1,教育,名录,实时公开,某县教育局,政府网站\n")
        self.edit_workbook()

    def call(self, *words):
        return subprocess.run([self.bin / "catalog", *words], cwd=self.folder, check=True, capture_output=True)

    def edit_workbook(self):
        """The built workbook with a text of it changed, as an office would."""
        import zipfile
        with zipfile.ZipFile(self.folder / "out/catalog.xlsx") as before, \
                zipfile.ZipFile(self.folder / "edited.xlsx", "w", zipfile.ZIP_DEFLATED) as after:
            for part in before.infolist():
                content = before.read(part)
                if part.filename == "xl/sharedStrings.xml":
                    content = content.replace("学校地址".encode(), "学校所在地".encode())
                after.writestr(part, content)


COMMANDS = {
    "check": ["check", "base"],
    "check-overlay": ["check", "county"],
    "report": ["check", "base", "--format", "json", "--output", "report.json"],
    "baseline": ["check", "base", "--baseline", "known.json", "--update-baseline"],
    "build": ["build", "base", "-o", "out", "--format", "csv", "--format", "json", "--format", "xlsx"],
    "first-build": ["build", "base", "-o", "new", "--format", "csv", "--format", "html"],
    "threads": ["build", "base", "-o", "out", "--all", "--format", "xlsx"],
    "fix": ["check", "base", "--fix"],
    "fmt": ["fmt", "base", "county"],
    "sync": ["sync", "edited.xlsx", "base", "--apply"],
    "verify": ["verify", "edited.xlsx", "base"],
    "reaffirm": ["reaffirm", "county"],
    "rename": ["rename", "education-bureau", "education-office", "base"],
    "init": ["init", "fresh"],
    "init-overlay": ["init", "--extends", "../base", "--jurisdiction", "339901001", "fresh"],
    "import": ["import", "rows.csv", "-o", "fresh", "--date", "2026-01-15"],
    "diff": ["diff", "base", "county", "-f", "xlsx", "-o", "revision.xlsx"],
    "tree": ["tree", "base/catalog.yaml"],
}

FOLDERS_AT_ONCE = ("out", "new", "fresh")  # switched as a whole


def state_of(folder):
    """Every file with its bytes; of what is switched as a whole, one value."""
    files = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        name = str(path.relative_to(folder))
        if name.startswith("tmp/"):
            continue
        if path.name == ".build-state":  # has times in it
            continue
        files[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    state = {}
    for name, digest in files.items():
        top = name.split("/")[0]
        if top in FOLDERS_AT_ONCE:
            state.setdefault(top, []).append((name, digest))
        else:
            state[name] = digest
    return state


class Attempt:
    def __init__(self, desk, command, fault):
        with tempfile.TemporaryDirectory(prefix="catalog-fault-") as name:
            folder = pathlib.Path(name) / "work"
            shutil.copytree(desk.folder, folder, symlinks=True, copy_function=shutil.copy2)
            (folder / "tmp").mkdir()
            status = pathlib.Path(name) / "status"
            done = subprocess.run(
                [desk.bin / "catalog_watch", status, str(PATIENCE), fault, desk.bin / "catalog", "--lang", "en",
                 *COMMANDS[command]],
                cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, env={**os.environ, "TMPDIR": folder / "tmp"})
            if done.returncode == 77:
                sys.exit(77)
            self.said = (done.stdout + done.stderr).decode(errors="replace")
            self.errors = done.stderr.decode(errors="replace")
            self.status = dict(line.split(" ", 1) for line in status.read_text().splitlines())
            self.state = state_of(folder)
            report = folder / "report.json"
            self.report = report.read_text() if report.exists() else ""
            self.left = sorted(str(each.relative_to(folder / "tmp")) for each in (folder / "tmp").rglob("*"))

    @property
    def exit(self):
        return int(self.status["exit"]) if "exit" in self.status else None

    @property
    def calls(self):
        return int(self.status["calls"])

    @property
    def fault(self):
        return self.status.get("fault", "")


def is_left_over(name):
    """What a run that was killed may leave, and the next clears away."""
    return any(part.startswith(".") for part in name.split("/"))


def wrong_with(run, row, before, after):
    """`before` is the state of the folder, `after` the undisturbed run."""
    _, _, whats = row
    what = whats[0]
    if "late" in run.status:
        yield "not done"
    if "signal" in run.status:
        if not (what < 0 and int(run.status["signal"]) == -what):
            yield f"ended by signal {run.status['signal']}"
    elif run.exit not in (after.exit, 3) and not (what in SIGNALS and run.exit == SIGNALS[what]):
        yield f"exit {run.exit}, not {after.exit} or 3"
    if "Sanitizer" in run.said:
        yield "a sanitizer spoke"
    if run.exit == 3 and "error: " not in run.errors:
        yield "failed, and does not say so"
    is_done = run.exit == after.exit and what >= 0
    for name in sorted(before.keys() | after.state.keys() | run.state.keys()):
        now, old, new = (each.get(name) for each in (run.state, before, after.state))
        if is_done and now != new:
            if not (is_left_over(name) and ("unlinkat" in run.fault or what == errno.EMFILE)):
                yield f"says it is done, and {name} is not as it should be"
        elif now not in (old, new):
            if is_left_over(name) and (what < 0 or what == errno.EMFILE or "unlink" in run.fault or "rmdir" in run.fault):
                continue
            if name == "report.json" and run.exit == 3 and '"failure"' in run.report:
                continue
            yield f"{name} is neither old nor new"


def points(count):
    if IS_ALL or count <= MOST:
        return range(1, count + 1)
    return sorted({1 + i * (count - 1) // (MOST - 1) for i in range(MOST)})


def main(words):
    bin_folder, source = (pathlib.Path(each).resolve() for each in words[:2])
    patterns = words[2:]
    failed = tried = 0
    lock = threading.Lock()

    with tempfile.TemporaryDirectory(prefix="catalog-faults-") as name:
        desk_folder = pathlib.Path(name) / "desk"
        desk_folder.mkdir()
        desk = Desk(desk_folder, bin_folder, source)
        before = state_of(desk.folder)
        undisturbed = {}

        def row_of(command, row):
            if command not in undisturbed:
                undisturbed[command] = Attempt(desk, command, "none")
            return Attempt(desk, command, f"{row[1]}:0").calls

        def attempt(job):
            nonlocal failed, tried
            command, row, at = job
            fault = f"{row[1]}:{at}:" + ":".join(str(int(each)) for each in row[2])
            run = Attempt(desk, command, fault)
            wrong = list(wrong_with(run, row, before, undisturbed[command]))
            with lock:
                tried += 1
                failed += bool(wrong)
                for each in wrong[:4]:
                    print(f"{command}, {row[0]} {row[1]}:{at} ({run.fault[:20]}): {each}")
                if wrong:
                    print("".join(f"    {line}\n" for line in run.said.splitlines()[-4:]), end="", flush=True)

        rows = [(command, row) for command in COMMANDS for row in ROWS
                if not patterns or any(part in f"{command}/{row[0]}" for part in patterns)]
        with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("JOBS", os.cpu_count()))) as pool:
            counts = list(pool.map(lambda each: row_of(*each), rows))
            for (command, row), count in zip(rows, counts):
                if count == 0 and row[1].startswith(("open", "write")):
                    print(f"{command}, {row[0]}: no call was met")
                    failed += 1
            jobs = [(command, row, at) for (command, row), count in zip(rows, counts) for at in points(count)]
            list(pool.map(attempt, jobs))
    print(f"{tried} faults, {failed} not as they should be")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
