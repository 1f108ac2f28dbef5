"""Standard streams that are closed, full or broken, signals, and several
builds and readers of one folder:

    streams_test.py BIN SOURCE
"""

import hashlib
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

IS_ALL = os.environ.get("CATALOG_TIER") == "all"
ROUNDS = 40 if IS_ALL else 8


class Test:
    def __init__(self, bin_folder, source, folder):
        self.catalog = pathlib.Path(bin_folder).resolve() / "catalog"
        self.folder = folder
        self.wrong = []
        source = pathlib.Path(source).resolve()
        shutil.copytree(source / "examples/minimal", folder / "small")
        shutil.copytree(source / "catalog", folder / "large")
        shutil.copytree(source / "catalog", folder / "larger")
        items = folder / "larger/items"
        first = sorted(items.glob("*.yaml"))[0]
        first.write_text(first.read_text() + "\n# 再版\n")
        text = (folder / "larger/catalog.yaml").read_text()
        (folder / "larger/catalog.yaml").write_text(text.replace("title: ", "title: 新", 1))

    def say(self, what):
        self.wrong.append(what)

    def shell(self, script):
        return subprocess.run(["bash", "-c", script], cwd=self.folder, capture_output=True, text=True,
                              env={**os.environ, "CATALOG": str(self.catalog)}, timeout=300)

    def expect(self, what, script, exit_codes, errors=None):
        done = self.shell(script)
        if done.returncode not in exit_codes:
            self.say(f"{what}: exit {done.returncode}, not {exit_codes}: {done.stderr[-300:]}")
        if errors is not None and errors not in done.stderr:
            self.say(f"{what}: does not say {errors!r}: {done.stderr[-300:]!r}")
        return done

    def state(self, out="out"):
        found = {}
        for path in sorted((self.folder / out).rglob("*")):
            if path.is_file() and path.name != ".build-state":
                found[str(path.relative_to(self.folder / out))] = hashlib.sha256(path.read_bytes()).hexdigest()
        return found

    def beside(self):
        return {each.name for each in self.folder.iterdir() if each.name.startswith(".")}

    # ---- streams

    def closed_streams(self):
        """What is printed must not go into a file that got the number of a
        stream which was closed."""
        self.expect("an undisturbed build", '"$CATALOG" build small -o out', (0,))
        good = self.state()
        for streams in ("<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- 2>&-", "<&- >&- 2>&-"):
            self.shell("rm -rf out")
            self.expect(f"build {streams}", f'"$CATALOG" build small -o out {streams}', (3,) if ">&-" in
                        streams.replace("2>&-", "") else (0,))
            if self.state() != good:
                self.say(f"build {streams}: the outputs differ")
            before = {path: path.read_bytes() for path in (self.folder / "small").rglob("*.yaml")}
            for command in ("fmt small", "check small", "list small", "tree small/catalog.yaml",
                            "init fresh", "import rows.csv -o fresh --date 2026-01-15"):
                (self.folder / "rows.csv").write_text("序号,一级事项,公开内容,公开时限,公开主体,公开渠道\n"
                                                      "1,教育,名录,实时公开,某县教育局,政府网站\n")
                done = self.shell(f'"$CATALOG" {command} {streams}')
                if done.returncode not in (0, 1, 3):
                    self.say(f"{command} {streams}: exit {done.returncode}")
                for path in (self.folder / "fresh").rglob("*.yaml"):
                    if path.read_bytes()[:1] not in b"#cid":
                        self.say(f"{command} {streams}: {path.name} begins {path.read_bytes()[:40]}")
                shutil.rmtree(self.folder / "fresh", ignore_errors=True)
            if before != {path: path.read_bytes() for path in (self.folder / "small").rglob("*.yaml")}:
                self.say(f"{streams}: a source changed")

    def full_streams(self):
        if not os.path.exists("/dev/full"):
            return
        for command in ("check small", "list small", "stats small", "show compulsory-education/school-directory small",
                        "rules", "schema", "tree small/catalog.yaml", "--help", "build --help", "--version",
                        "timing 实时公开", "check small --format json"):
            self.expect(f"{command} into a full disk", f'"$CATALOG" --lang en {command} > /dev/full', (3,),
                        "error: cannot write `stdout`: the disk is full")
        self.expect("errors into a full disk", '"$CATALOG" check nowhere 2> /dev/full', (3,))
        # The outputs are there; that it could not say so is true as well.
        self.expect("build into a full disk", 'rm -rf out; "$CATALOG" --lang en build small -o out > /dev/full', (3,),
                    "cannot write `stdout`")

    def broken_pipes(self):
        for command in ("rules", "schema", "list large", "tree large/items/compulsory-education.yaml"):
            done = self.shell(f'set -o pipefail; "$CATALOG" {command} | head -1')
            if done.returncode not in (0, 128 + signal.SIGPIPE, 3):
                self.say(f"{command} | head -1: exit {done.returncode}: {done.stderr}")
            if "error" in done.stderr and "stdout" not in done.stderr:
                self.say(f"{command} | head -1: {done.stderr}")
            # Where the signal is ignored, the error is told.
            done = self.shell(f'trap "" PIPE; set -o pipefail; "$CATALOG" {command} | head -1')
            if done.returncode not in (0, 3):
                self.say(f"{command} | head -1, signal ignored: exit {done.returncode}")

    # ---- signals

    def signals(self):
        """At random times during a build that replaces another: old or new,
        nothing beside it, and the exit code of the signal."""
        started = time.monotonic()
        self.expect("the first build", '"$CATALOG" build large -o out', (0,))
        length = time.monotonic() - started
        old = self.state()
        self.expect("the second build", '"$CATALOG" build larger -o other', (0,))
        new = self.state("other")
        if old == new:
            self.say("the builds do not differ")
        draw = random.Random(4)
        codes = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}
        stopped = 0
        for number in range(ROUNDS * 3):
            kind = list(codes)[number % 3]
            with subprocess.Popen([self.catalog, "build", "larger", "-o", "out"], cwd=self.folder,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as build:
                time.sleep(draw.random() * length)
                build.send_signal(kind)
                _, errors = build.communicate(timeout=300)
            if build.returncode not in (0, codes[kind], -kind):
                self.say(f"{kind.name}: exit {build.returncode}: {errors[-200:]}")
            now = self.state()
            if now != (new if build.returncode == 0 else old) and now != new:
                self.say(f"{kind.name}: neither old nor new")
            if left := self.beside():
                self.say(f"{kind.name}: left {left}")
            if now == new:
                self.expect("back to the old", '"$CATALOG" build large -o out', (0,))
            else:
                stopped += 1
        if stopped < ROUNDS // 2:
            self.say(f"only {stopped} builds were stopped")
        # nohup: what was ignored from the start stays so.
        done = self.shell('trap "" HUP INT; "$CATALOG" build larger -o out & sleep 0.05; kill -HUP $!; kill -INT $!; wait $!')
        if done.returncode != 0 or self.state() != new:
            self.say(f"signals that are ignored: exit {done.returncode}")

    # ---- several at once

    def two_builds(self):
        old = None
        for number in range(ROUNDS):
            tree = ("large", "larger")[number % 2]
            builds = [subprocess.Popen([self.catalog, "--lang", "en", "build", tree, "-o", "shared"], cwd=self.folder,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(3)]
            said = [each.communicate(timeout=300)[1].decode() for each in builds]
            for build, text in zip(builds, said):
                if build.returncode not in (0, 3):
                    self.say(f"two builds: exit {build.returncode}")
                if build.returncode == 3 and "another build is writing `shared`" not in text:
                    self.say(f"two builds: {text[-300:]}")
            if all(build.returncode for build in builds):
                self.say("of several builds none came through")
            if left := self.beside():
                self.say(f"two builds left {left}")
            now = self.state("shared")
            if now == old:
                self.say("two builds: nothing was built")
            old = now

    def readers(self):
        """Whoever opens the folder and reads through it has one build, whole."""
        states = []
        for tree in ("large", "larger"):
            self.expect(tree, f'"$CATALOG" build {tree} -o read', (0,))
            states.append({path: digest for path, digest in self.state("read").items() if path.endswith(".json")})
        is_done = threading.Event()
        seen = set()

        def read():
            while not is_done.is_set():
                try:
                    folder = os.open(self.folder / "read", os.O_RDONLY | os.O_DIRECTORY)
                except FileNotFoundError:
                    self.say("the folder was missing")
                    continue
                try:
                    with open(os.open("catalog.json", os.O_RDONLY, dir_fd=folder), "rb") as file:
                        digest = hashlib.sha256(file.read()).hexdigest()
                    for number, state in enumerate(states):
                        if state["catalog.json"] == digest:
                            seen.add(number)
                            break
                    else:
                        self.say("what was read is neither old nor new")
                except FileNotFoundError:
                    pass  # replaced and removed since the folder was opened
                finally:
                    os.close(folder)
        reader = threading.Thread(target=read)
        reader.start()
        try:
            for number in range(ROUNDS):
                self.expect("a build that is read", f'"$CATALOG" build {("large", "larger")[number % 2]} -o read', (0,))
        finally:
            is_done.set()
            reader.join()
        if seen != {0, 1}:
            self.say(f"the reader saw {seen} of two builds")


def main(bin_folder, source):
    with tempfile.TemporaryDirectory(prefix="catalog-streams-") as name:
        test = Test(bin_folder, source, pathlib.Path(name))
        for step in (test.closed_streams, test.full_streams, test.broken_pipes, test.signals, test.two_builds, test.readers):
            before = len(test.wrong)
            step()
            print(f"{step.__name__}: {len(test.wrong) - before} not as they should be", flush=True)
        for each in test.wrong[:40]:
            print(each)
    return bool(test.wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
