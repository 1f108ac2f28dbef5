"""run.py BIN WORK [--large] [--runs N] [--list] [NAME…]

What `catalog` costs, and what others cost for the same work, as one table.
`--list` names the rows, NAME… runs those only; `--large` adds 200,000 items.
README.md beside this file says what each row measures. BIN has the built
programs; made files, and the packages of the peers, go to WORK.
"""

import argparse
import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys

import trees

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SCHEMA = ROOT / "schemas" / "catalog.schema.json"
FORMATS = ["xlsx", "html", "json", "csv", "fragment", "tables"]
SCRIPTED = ["xlsx", "html", "json", "csv"]  # what the peers' scripts write
TABLES = ["tables", "fragment", "json", "csv"]  # what comes nearest to that

Cost = collections.namedtuple("Cost", "wall cpu peak")  # s, s, MiB
OUT = object()  # in a command: a folder that is not there yet


def size_of(folder, suffix=""):
    """Files below a folder that end in suffix: how many, and their bytes."""
    sizes = [path.stat().st_size for path in folder.rglob(f"*{suffix}")
             if path.is_file()]
    return len(sizes), sum(sizes)


class Bench:
    def __init__(self, options):
        self.bin = options.bin.resolve()
        self.work = options.work.resolve()
        self.runs = options.runs
        self.sizes = [2000, 20000] + [200000] * options.large
        self.large = options.large
        self.log = self.work / "log"
        self.catalog = str(self.bin / "catalog")
        self.made = set()
        self.out = None
        self.modules = None
        self.work.mkdir(parents=True, exist_ok=True)
        self.remove_outputs()

    # -- folders to write to

    def new_out(self):
        """Never one that was there before, and none is removed ahead of the
        end: ext4 searches long for an inode after many were freed."""
        outs = self.work / "out"
        outs.mkdir(exist_ok=True)
        self.out = outs / str(len(list(outs.iterdir())))
        return self.out

    def remove_outputs(self):
        shutil.rmtree(self.work / "out", ignore_errors=True)

    # -- trees

    def tree(self, items):
        folder = self.work / "trees" / str(items)
        if folder not in self.made:
            shutil.rmtree(folder, ignore_errors=True)
            subprocess.run([self.bin / "catalog_generate", str(items), folder],
                           check=True)
            self.made.add(folder)
        return folder

    def derived(self, make, count):
        """A tree made from that of 2,000 items by a function of trees.py."""
        folder = self.work / "trees" / f"{make.__name__}-{count}"
        if folder not in self.made:
            make(self.tree(2000), folder, count)
            self.made.add(folder)
        return folder

    # -- measuring

    def cost(self, command, before=None, runs=None):
        """The run with the median CPU time of several, and the largest peak.
        `before` is called ahead of each."""
        costs = []
        for _ in range(runs or self.runs):
            if before is not None:
                before()
            words = [self.new_out() if each is OUT else each
                     for each in command]
            done = subprocess.run(
                [self.bin / "catalog_measure", self.log, *words],
                stdout=subprocess.PIPE, text=True, env=self.environment())
            if done.returncode != 0:
                tail = self.log.read_text(errors="replace")[-600:]
                sys.exit(f"{' '.join(map(str, words))}\n{tail}")
            wall, cpu, peak = done.stdout.split()
            costs.append(Cost(float(wall), float(cpu), int(peak) / 1024))
        costs.sort(key=lambda each: each.cpu)
        return costs[len(costs) // 2]._replace(
            peak=max(each.peak for each in costs))

    def environment(self):
        return {**os.environ, "NODE_MODULES": str(self.modules or "")}

    def build(self, tree, *options, **how):
        """The cost of a build into a new folder, which is then `out`."""
        return self.cost([self.catalog, "build", tree, "-o", OUT, *options],
                         **how)

    def instructions(self, *arguments, collect=None):
        """Those of one run, or of the calls of one function."""
        words = [self.new_out() if each is OUT else each for each in arguments]
        done = subprocess.run(
            ["valgrind", "--tool=callgrind",
             "--callgrind-out-file=/dev/null",
             *([f"--toggle-collect={collect}"] if collect else []), *words],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        found = re.search(r"Collected : (\d+)", done.stderr)
        if done.returncode != 0 or not found:
            sys.exit(done.stderr)
        return int(found[1])

    # -- the peers

    def python(self):
        """A Python that has what the scripts need, or None."""
        needs = "import yaml, jsonschema, xlsxwriter, jinja2"
        for each in ["/usr/bin/python3", sys.executable]:
            if shutil.which(each) and subprocess.run(
                    [each, "-c", needs], stderr=subprocess.DEVNULL
            ).returncode == 0:
                return each
        skipped("Python", "python3-yaml python3-jsonschema python3-xlsxwriter "
                "python3-jinja2")
        return None

    def node(self):
        """Node, with its packages in WORK/npm; or None."""
        folder = self.work / "npm"
        wanted = (HERE / "peers" / "package.json").read_text()
        stamp = folder / "installed"
        self.modules = folder / "node_modules"
        if not (shutil.which("node") and shutil.which("npm")):
            skipped("Node", "nodejs npm")
            return None
        if stamp.exists() and stamp.read_text() == wanted:
            return "node"
        if not os.environ.get("CATALOG_NO_INSTALL"):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "package.json").write_text(wanted)
            done = subprocess.run(
                ["npm", "install", "--no-fund", "--no-audit", "--silent"],
                cwd=folder, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL)
            if done.returncode == 0:
                stamp.write_text(wanted)
                return "node"
        skipped("Node", "the packages of tests/bench/peers/package.json")
        return None

    def scripts(self):
        """The scripts that do what an office would: [(name, command)]."""
        found = []
        if python := self.python():
            found.append(("Python script",
                          [python, HERE / "peers" / "build.py"]))
        if node := self.node():
            found.append(("Node script", [node, HERE / "peers" / "build.mjs"]))
        return found

    def compare_scripts(self, name, tree, items, formats, ours, full=None):
        """A line a script; `full` is what all that we make costs."""
        for peer, command in self.scripts():
            theirs = self.cost([*command, tree, SCHEMA, OUT, *formats],
                               runs=1 if items > 2000 else None)
            note = "" if full is None else (
                f"full content {full.cpu / theirs.cpu:.3f} of the CPU, "
                f"{full.wall / theirs.wall:.3f} of the wall time")
            line(f"{name}: {peer}", items, theirs, ours, note)


def skipped(peer, needs):
    print(f"  {peer} is left out; it needs {needs}", flush=True)


# ---- the table ---------------------------------------------------------------

def head():
    print(f"{'':<30}{'items':>9}{'wall s':>9}{'CPU s':>9}{'CPU µs':>9}"
          f"{'peak':>8}  catalog : this", flush=True)
    print(f"{'':<30}{'':>9}{'':>9}{'':>9}{'an item':>9}{'MiB':>8}"
          f"{'CPU':>8}{'wall':>8}", flush=True)


def line(name, items, cost, ours=None, note=""):
    """One line; with `ours`, the cost of `catalog` as a part of this one."""
    ratio = " " * 16
    if ours is not None:
        ratio = f"{ours.cpu / cost.cpu:>8.3f}{ours.wall / cost.wall:>8.3f}"
    print(f"{name:<30}{items:>9,}{cost.wall:>9.3f}{cost.cpu:>9.3f}"
          f"{cost.cpu / items * 1e6:>9.1f}{cost.peak:>8.1f}{ratio}"
          f"{'  ' if note else ''}{note}".rstrip(), flush=True)


def remark(name, items, note):
    print(f"{name:<30}{items:>9,}  {note}", flush=True)


ROWS = {}


def row(summary, name=None):
    def add(function):
        ROWS[name or function.__name__.replace("_", "-")] = (summary, function)
        return function
    return add


@row("`catalog check`")
def check(bench):
    for items in bench.sizes:
        line("check", items,
             bench.cost([bench.catalog, "check", bench.tree(items)]))


@row("`catalog build`, the formats of the manifest: xlsx html json csv")
def build(bench):
    for items in bench.sizes:
        line("build", items, bench.build(bench.tree(items)))


def build_one(format_):
    def one(bench):
        for items in bench.sizes:
            line(f"build-{format_}", items,
                 bench.build(bench.tree(items), "-f", format_))
    return one


for each in FORMATS:
    row(f"`catalog build -f {each}`", f"build-{each}")(build_one(each))


@row("build again, nothing having changed")
def unchanged(bench):
    for items in bench.sizes:
        bench.build(bench.tree(items), runs=1)
        line("unchanged", items, bench.cost(
            [bench.catalog, "build", bench.tree(items), "-o", bench.out]))


@row("build again after one item of one file changed")
def one_file(bench):
    for items in bench.sizes:
        tree = bench.tree(items)
        path = tree / "items" / "education-1.yaml"
        text = path.read_text()
        words = ["规划政策文件目录", "规划政策文件汇编"]

        def edit():
            words.reverse()
            path.write_text(text.replace("规划政策文件", words[0], 1))

        bench.build(tree, runs=1)
        line("one-file", items, bench.cost(
            [bench.catalog, "build", tree, "-o", bench.out], before=edit))
        path.write_text(text)


@row("instructions an item by callgrind, without those of a run as such")
def instructions(bench):
    if not shutil.which("valgrind"):
        skipped("callgrind", "valgrind")
        return
    ways = {"check": ["check"], "build": ["build", "-o", OUT]}
    ways |= {f"build-{each}": ["build", "-o", OUT, "-f", each]
             for each in FORMATS}
    for name, words in ways.items():
        count_instructions(bench, name, 2000, 200, *words)
    count_instructions(bench, "check", 20000, 2000, "check")


def count_instructions(bench, name, many, few, command, *options):
    counts = [bench.instructions(bench.catalog, command, bench.tree(items),
                                 *options) for items in (many, few)]
    each = (counts[0] - counts[1]) / (many - few)
    remark(f"instructions: {name}", many, f"{each:,.0f} instructions an item, "
           f"{counts[0]:,} in all")


@row("check against JSON Schema programs, which do a part of it")
def check_peers(bench):
    python, node = bench.python(), bench.node()
    for items in (2000, 20000):
        tree = bench.tree(items)
        ours = bench.cost([bench.catalog, "check", tree])
        line("check-peers: catalog", items, ours)
        runs = 1 if items > 2000 else None
        if node:
            line("check-peers: jsonschema (npm)", items, bench.cost(
                [jsonschema_of(bench.modules), "validate", SCHEMA, tree,
                 "--extension", ".yaml"], runs=runs), ours)
            line("check-peers: js-yaml, ajv", items, bench.cost(
                [node, HERE / "peers" / "build.mjs", tree, SCHEMA, ""],
                runs=runs), ours)
        if python:
            copy = bench.work / "trees" / f"{items}-json"
            subprocess.run([python, "-B", HERE / "peers" / "to_json.py", tree,
                            copy], check=True)
            instances = [part for path in sorted(copy.rglob("*.json"))
                         for part in ("-i", path)]
            line("check-peers: jsonschema (pip)", items, bench.cost(
                [python, "-W", "ignore", "-m", "jsonschema", *instances,
                 SCHEMA], runs=runs), ours)


def jsonschema_of(modules):
    """The program itself where we know its name, not the script around it."""
    found = modules / "@sourcemeta" / "jsonschema" / "build"
    machine = {"aarch64": "arm64"}.get(os.uname().machine, os.uname().machine)
    program = found / "github-releases" / f"jsonschema-linux-{machine}"
    return program if program.exists() else modules / ".bin" / "jsonschema"


@row("build against scripts: 2,000 items, 20,000, ten editions of 2,000")
def build_peers(bench):
    tables = [word for each in TABLES for word in ("-f", each)]
    for items, tree, options in (
            (2000, bench.tree(2000), []),
            (20000, bench.tree(20000), []),
            (20000, bench.derived(trees.places, 10), ["--all"])):
        full = bench.build(tree, *options)
        line("build-peers: catalog", items, full, note="full content" +
             (", ten editions" if options else ", one edition"))
        ours = bench.build(tree, *options, *tables)
        line("build-peers: catalog, tables", items, ours)
        bench.compare_scripts("build-peers", tree, items, SCRIPTED, ours, full)


@row("20,000 rows into ten workbooks, against XlsxWriter and exceljs")
def workbook(bench):
    tree = bench.derived(trees.places, 10)
    ours = bench.build(tree, "--all", "-f", "xlsx")
    line("workbook: catalog", 20000, ours)
    bench.compare_scripts("workbook", tree, 20000, ["xlsx"], ours)


@row("20,000 rows of ten workbooks imported, and again over their own catalog",
     "import")
def import_workbooks(bench):
    tree = bench.derived(trees.places, 10)
    bench.build(tree, "--all", "-f", "xlsx", runs=1)
    books = sorted(bench.out.rglob("*.xlsx"))
    words = [bench.catalog, "import", *books, "--date", "2026-01-15",
             "--report", "/dev/null", "-o", OUT]
    line("import: ten workbooks", 20000, bench.cost(words))
    bench.build(bench.tree(2000), "-f", "xlsx", runs=1)
    books = sorted(bench.out.rglob("*.xlsx"))
    words = [bench.catalog, "import", *books, "--date", "2026-01-15",
             "--report", "/dev/null", "-o", OUT, "--base", bench.tree(2000)]
    line("import: over a base", 2000, bench.cost(words))


@row("the site against Hugo: as many pages, the same tables")
def site(bench):
    python, hugo = bench.python(), shutil.which("hugo")
    if not hugo:
        skipped("Hugo", "hugo")
    for items in (2000, 20000):
        tree = bench.tree(items)
        ours = bench.build(tree, "-f", "html")
        pages, _ = size_of(bench.out, ".html")
        line("site: catalog", items, ours, note=pages_in(bench.out, ours))
        if not (python and hugo):
            continue
        source = bench.work / "trees" / f"hugo-{items}"
        subprocess.run([python, "-B", HERE / "peers" / "hugo_site.py", tree,
                        SCHEMA, str(pages), source], check=True)
        theirs = bench.cost([hugo, "--quiet", "-s", source, "-d", OUT])
        line("site: Hugo", items, theirs, ours, pages_in(bench.out, theirs))


def pages_in(out, cost):
    pages, _ = size_of(out, ".html")
    _, total = size_of(out)
    return (f"{pages} pages, {total / 1e6:.1f} MB,"
            f" {pages / cost.wall:,.0f} pages/s")


def growth(first, last, times):
    """How much more the larger one takes, an item, than the smaller one."""
    return (f"{last.cpu / first.cpu / times:.2f} x the CPU an item, "
            f"{last.peak / first.peak:.2f} x the peak")


@row("100 counties of 2,000 items over one base, against 10 of them")
def counties(bench):
    ways = {"json": ["-f", "json"]}
    if bench.large:
        ways["all formats"] = []
    for name, options in ways.items():
        costs = []
        for count in (10, 100):
            tree = bench.derived(trees.counties, count) / "counties"
            costs.append(bench.build(tree, *options, runs=1))
            line(f"counties: {count}, {name}", 2000 * count, costs[-1],
                 note="" if count == 10 else growth(*costs, 10))


@row("one catalog of 2,000 items with 500 places, against 10: --all")
def places(bench):
    ways = {"json": ["-f", "json"]}
    if bench.large:
        ways["all formats"] = []
    for name, options in ways.items():
        costs = []
        for count in (10, 500):
            tree = bench.derived(trees.places, count)
            costs.append(bench.build(tree, "--all", *options, runs=1))
            line(f"places: {count}, {name}", 2000 * count, costs[-1],
                 note="" if count == 10 else growth(*costs, 50))


@row("editions built again: nothing changed, then the name of one place")
def editions_again(bench):
    for count in [10] + [500] * bench.large:
        tree = bench.derived(trees.places, count)
        path = tree / "jurisdictions.yaml"
        text = path.read_text()
        full = bench.build(tree, "--all", runs=1)
        again = [bench.catalog, "build", tree, "--all", "-o", bench.out]
        line(f"editions-again: {count}, anew", 2000 * count, full)
        line(f"editions-again: {count}, as before", 2000 * count,
             bench.cost(again))
        names = ["社区, level: village", "新社区, level: village"]

        def rename():
            names.reverse()
            path.write_text(names[0].join(
                text.rsplit("社区, level: village", 1)))

        line(f"editions-again: {count}, one place", 2000 * count,
             bench.cost(again, before=rename))
        path.write_text(text)


@row("the reader of YAML against yaml-cpp and libyaml")
def readers(bench):
    program = bench.bin / "catalog_readers"
    if not program.exists():
        skipped("the comparison of readers", "libyaml-dev at configuration")
        return
    tree = bench.tree(2000)
    for reader in ("strict", "yaml-cpp", "libyaml"):
        cost = bench.cost([program, tree, reader, "5"], runs=1)
        size, speed = bench.log.read_text().split()[-2:]
        note = f"{speed} MB/s"
        if shutil.which("valgrind"):
            count = bench.instructions(program, tree, reader, "1",
                                       collect="reading_of(*")
            note += f", {count / int(size):.1f} instructions a byte"
        line(f"readers: {reader}", 2000, cost, note=note)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("bin", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    if options.list:
        for name, (summary, _) in ROWS.items():
            print(f"  {name:<16}{summary}")
        return
    unknown = [each for each in options.names if each not in ROWS]
    if unknown:
        sys.exit(f"there is no row {unknown[0]}; --list names them")
    bench = Bench(options)
    head()
    try:
        for name in options.names or ROWS:
            ROWS[name][1](bench)
    finally:
        bench.remove_outputs()


if __name__ == "__main__":
    main()
