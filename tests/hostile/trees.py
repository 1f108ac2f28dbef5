"""Hostile trees, one a line: what lies in them, and what is said of it.

Each stands on examples/minimal, which is sound; so whatever is found comes of
what the line adds. `harm` names the files, what they hold, and a pattern of
what `check` and `build` must say; the exit code is 1 where none is given.
A path as key replaces a file of examples/minimal; `None` takes it out.
"""

import json
import struct

from special import (Device, Folder, Link, Made, Many, Pipe, Socket, Sparse, Unreadable, put)

M = 1 << 20
CASES = []


class Case:
    def __init__(self, name, files, says, exits, is_slow, commands, needs):
        self.name = name
        self.files = files
        self.says = says
        self.exits = exits
        self.is_slow = is_slow
        self.commands = commands
        self.needs = needs


def harm(name, files, says, exits=1, slow=False, commands=("check", "build", "fmt", "tree", "list"),
         needs=""):
    assert name not in {each.name for each in CASES}, name
    CASES.append(Case(name, files, says, exits, slow, commands, needs))


def a(content):
    return {"a.yaml": content}


def later(*parts):
    """Megabytes that are there only while the case runs: texts, and pairs of a
    text and how often it stands there."""

    def bytes_of(part):
        return part.encode() if isinstance(part, str) else part

    def make():
        return b"".join(bytes_of(each[0]) * each[1] if isinstance(each, tuple) else bytes_of(each)
                        for each in parts)
    return make


def harmless(name, files, **more):
    harm(name, files, None, exits=0, **more)


# ---- YAML that means harm ----------------------------------------------------

BOMB = b"a: &a [x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (i + 1, i + 1, i, i)
                                    for i in range(ord("a"), ord("y")))
harm("alias-bomb", a(BOMB), r"a\.yaml:1:4: .*\[anchor\]")
harm("alias-of-itself", a("items: &x [*x]\n"), r"a\.yaml:1:8: .*\[anchor\]")
harm("alias-unknown", a("items: *x\n"), r"a\.yaml:1:8: .*\[alias\]")
harm("alias-million", a(later("items: [", ("*a,", M), "]")), r"a\.yaml:1:\d+: .*\[alias\]")
harm("merge-keys", a("domains:\n  - <<: {id: x}\n    name: y\n"), r"a\.yaml:2:5: ")
harm("tag-python", a("items: !!python/object/apply:os.system [id]\n"), r"a\.yaml:1:8: .*\[tag\]")
harm("tag-binary", a("items: !!binary AAAA\n"), r"a\.yaml:1:8: .*\[tag\]")
harm("tag-long", a(later("items: !", ("x", M), " y\n")), r"a\.yaml:1:8: ")
harm("directive-tag", a("%TAG ! tag:x,2000:\n---\nitems: []\n"), r"a\.yaml:1:1: ")
harm("directive-yaml", a("%YAML 9.9\n---\nitems: []\n"), r"a\.yaml:1:1: ")
harm("second-document", a("items: []\n---\nitems: []\n"), r"a\.yaml:2:1: .*\[second-document\]")
harm("million-documents", a(later(("---\n", M))), r"a\.yaml:2:1: ")
harm("text-after-end", a("items: []\n...\nitems: []\n"), r"a\.yaml:[23]:1: ")
harm("duplicate-keys", a(later(("items: []\n", 100000))), r"a\.yaml:2:1: .*\[duplicate-key\]")

for name, piece in (("flow-sequence", b"["), ("flow-mapping", b"{a: "), ("flow-both", b"[{a: "),
                    ("flow-pair", b"[a: "), ("block-sequence", b"- "), ("explicit-key", b"? "),
                    ("block-both", b"- a:\n"), ("closing", b"]"), ("closing-mapping", b"}"),
                    ("flow-key", b"{[")):
    harm(f"deep-{name}", a(later("items: \n  ", (piece, 100000))), r"a\.yaml:\d+:\d+: ")
    harm(f"deep-{name}-8mb", a(later("items: \n  ", (piece, 7 * M // len(piece)))),
         r"a\.yaml:\d+:\d+: ", slow=True)
harm("deep-indented", a(lambda: b"items:\n" + b"".join(b" " * i + b"a:\n" for i in range(1, 3500))),
     r"a\.yaml:\d+:\d+: ")
harm("deep-closed", a(later("items: ", ("[", M), ("]", M))), r"a\.yaml:1:\d+: ")
harm("deep-indented-sequence", a(lambda: b"items:\n" + b"".join(b" " * i + b"-\n" for i in range(1, 3500))),
     r"a\.yaml:\d+:\d+: ")
harm("deep-65", a("items: " + "[" * 65 + "]" * 65), r"a\.yaml:1:\d+: .*\[too-deep\]")

for name, content in (
        ("plain", [("x", 7 * M)]), ("words", [("x ", 3 * M)]), ("double", ['"', ("x", 7 * M), '"']),
        ("double-open", ['"', ("x", 7 * M)]), ("single-open", ["'", ("''", 3 * M)]),
        ("literal", ["|\n", ("  x\n", M)]), ("folded", [">\n", ("  x\n", M)]),
        ("folded-blank", [">\n", ("\n", 7 * M), "  x\n"]), ("escapes", ['"', (r"\u4e00", M), '"']),
        ("line-escapes", ['"', ("x\\\n  ", M), '"']), ("han", [("公", 2 * M)]),
        ("folded-lines", [("  x\n", M), "  x"])):
    harm(f"scalar-8mb-{name}", a(later("items: ", *content, "\n")), r"a\.yaml:\d+:\d+: ")
    harm(f"name-8mb-{name}", a(later("domains:\n  - id: x\n    name: ", *content, "\n")),
         r"a\.yaml:\d+:\d+: ")
harm("key-8mb", a(later(("x", 7 * M), ": 1\n")), r"a\.yaml:1:\d+: ")
harm("comment-8mb", a(later("#", ("x", 7 * M), "\nitems: {}\n")), r"a\.yaml:2:\d+: ")
harm("comment-lines", a(later(("# x\n", M), "items: {}\n")), r"a\.yaml:1048577:\d+: ")

# A flood of one piece: whatever a reader does a second time for each shows.
FLOODS = [bytes([c]) for c in b"!\"#%&'()*+,-./:;<=>?@[\\]^_`{|}~0 \n\r\t\0"] + [
    b"\x80", b"\xff", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"---\n",
    b"...\n", b"- \n", b"? \n", b": \n", b"a:\n", b"a: b\n", b"- a\n", b"\"\"\n", b"'\n", b"|\n",
    b">\n", b"&a ", b"*a ", b"!a ", b"[]", b"{}", b"[\n", b"{\n", b",\n", b"\r\n", b"%a\n", b"# \n",
    b"a: [\n", b"a: \"\n", b"- - ", b"? a\n", b"a: &\n", b"\"a\": ", b"- |\n", b"a: >\n", b" \n\t",
    b"a: - ", b"{a: b, ", b"[a: b, ", b"\\x", b"'a'b", b"a #", b"\xf0\x9f\x98\x80", b"\xcc\x81"]
BLANK = (b"\t", b" \n\t", b"#", b" ", b"\n", b"\r", b"\r\n", b"# \n")
for i, piece in enumerate(FLOODS):
    shown = "".join(chr(c) if chr(c).isalnum() else f"{c:02x}" for c in piece)
    for size, slow in ((M, False), (8 * M - 64, True)):
        flood = (piece, size // len(piece))
        is_blank = piece in BLANK
        harm(f"flood-{shown}-{size >> 20}", a(later(flood)), None if is_blank else r"a\.yaml:\d+:\d+: ",
             exits=0 if is_blank else 1, slow=slow)
        harm(f"flood-below-{shown}-{size >> 20}", a(later("domains:\n  - name: ", flood)),
             r"a\.yaml:\d+:\d+: ", slow=slow)

# ---- bytes and characters ----------------------------------------------------

BAD_UTF8 = {
    "continuation": b"\x80", "continuation-last": b"\xbf", "overlong-2": b"\xc0\xaf",
    "overlong-3": b"\xe0\x80\xaf", "overlong-4": b"\xf0\x80\x80\xaf", "overlong-nul": b"\xc0\x80",
    "surrogate-high": b"\xed\xa0\x80", "surrogate-low": b"\xed\xbf\xbf",
    "cesu-pair": b"\xed\xa0\xbd\xed\xb8\x80", "beyond": b"\xf4\x90\x80\x80",
    "five": b"\xf8\x88\x80\x80\x80", "six": b"\xfc\x84\x80\x80\x80\x80", "fe": b"\xfe", "ff": b"\xff",
    "cut-2": b"\xc3", "cut-3": b"\xe5\x85", "cut-4": b"\xf0\x9f\x98", "latin-1": b"caf\xe9",
    "gb18030": "公开".encode("gb18030"), "big5": "公開".encode("big5"),
    "shift-jis": "公開".encode("shift-jis")}
for name, bad in BAD_UTF8.items():
    harm(f"utf8-{name}", a(b"domains:\n  - {id: x, name: a" + bad + b"z}\n"),
         r"a\.yaml:2:\d+: .*\[not-utf8\]")
    harm(f"utf8-at-end-{name}", a(b"domains:\n  - {id: x, name: a}\n#" + bad),
         r"a\.yaml:3:\d+: .*\[not-utf8\]")
    harm(f"utf8-in-manifest-{name}", {"catalog.yaml": b"catalog:\n  id: a" + bad + b"\n"},
         r"catalog\.yaml:2:\d+: .*\[not-utf8\]")
for coding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"):
    harm(f"coding-{coding}", a("domains:\n  - {id: x, name: 公}\n".encode(coding)),
         r"a\.yaml:1:\d+: ")

for c in (*range(0, 9), 11, 12, *range(14, 32), 127):
    harm(f"control-{c:02x}", a(b"domains:\n  - {id: x, name: \"a" + bytes([c]) + b"z\"}\n"),
         r"a\.yaml:2:\d+: ")
for c in (*range(0x80, 0x85), 0x86, 0x9b, 0x9f, 0xfffe, 0xffff, 0x200e, 0x200f, 0x2028, 0x2029,
          *range(0x202a, 0x202f), *range(0x2066, 0x206a), 0xfeff, 0x1fffe, 0x10ffff):
    says = None if c in (0x200e, 0x200f) else r"a\.yaml:2:\d+: "
    more = {"exits": (0, 1)} if says is None else {"exits": 1}
    harm(f"raw-{c:04x}", a(f"domains:\n  - {{id: x, name: \"a{chr(c)}z\"}}\n"), says, **more)
    if c != 0xfeff:  # what cannot be seen is a matter for a rule there
        harm(f"escaped-{c:04x}", a(f"domains:\n  - {{id: x, name: \"a\\U{c:08x}z\"}}\n"), says, **more)
for name, escape in (
        ("high", r"\uD800"), ("low", r"\uDC00"), ("pair", r"\uD83D\uDE00"), ("beyond", r"\U00110000"),
        ("last", r"\UFFFFFFFF"), ("cut", r"\u12"), ("cut-x", r"\x"), ("unknown", r"\q"), ("nul", r"\0"),
        ("nul-x", r"\x00"), ("bell", r"\a"), ("escape", r"\e[31m")):
    harm(f"escape-{name}", a(f'domains:\n  - {{id: x, name: "a{escape}"}}\n'), r"a\.yaml:2:\d+: ")
    harm(f"escape-in-key-{name}", a(f'domains:\n  - {{id: x, "n{escape}": y}}\n'), r"a\.yaml:2:\d+: ")
harmless("bom", a(b"\xef\xbb\xbfdomains: []\n"))
harm("bom-twice", a(b"\xef\xbb\xbf\xef\xbb\xbfdomains: []\n"), r"a\.yaml:1:\d+: .*\[byte-order-mark\]")
harm("bom-middle", a("domains:\n  - {id: x, name: a\ufeffz}\n"), r"a\.yaml:2:\d+: .*\[byte-order-mark\]")
# Marks in falling order of their classes: sorting them must not be quadratic.
MARKS = "̛̖́̀̕" * 200000
harm("marks-in-name", a(f"domains:\n  - {{id: x, name: a{MARKS}}}\n"), r"a\.yaml:2:\d+: ")
harm("marks-in-key", a(f"domains:\n  - {{id: x, name: y, a{MARKS}: z}}\n"), r"a\.yaml:2:\d+: ")
harm("marks-in-id", a(f"domains:\n  - {{id: a{MARKS}, name: y}}\n"), r"a\.yaml:2:\d+: ")
harm("marks-in-content", a("items:\n  - {id: compulsory-education/x, name: [x, y], timing: 实时公开, body: education-bureau, "
                           "channels: [website], content: [" + MARKS[:190000] + "]}\n"), None, exits=(0, 1))
harm("ligatures", a("domains:\n  - {id: x, name: " + "ﷺ" * 100000 + "}\n"), r"a\.yaml:2:\d+: ")

# ---- files that are none, and ways out of the tree ---------------------------

harm("link-loop", {"a.yaml": Link("b.yaml"), "b.yaml": Link("a.yaml")}, r"a\.yaml:1:1: .*\[link-outside\]")
harm("link-itself", a(Link("a.yaml")), r"a\.yaml:1:1: .*\[link-outside\]")
harm("link-passwd", a(Link("/etc/passwd")), r"a\.yaml:1:1: .*\[link-outside\]")
harm("link-zero", a(Link("/dev/zero")), r"a\.yaml:1:1: .*\[link-outside\]")
harm("link-stdin", a(Link("/proc/self/fd/0")), r"a\.yaml:1:1: .*\[link-outside\]")
harm("link-memory", a(Link("/proc/self/mem")), r"a\.yaml:1:1: .*\[link-outside\]")
harm("link-up", a(Link("../../../../../../../../etc/hostname")), r"a\.yaml:1:1: .*\[link-outside\]")
harm("link-dangling", a(Link("nowhere")), r"a\.yaml:1:1: .*\[link-outside\]")
harm("link-to-pipe", {"a.yaml": Link("pipe"), "pipe": Pipe()}, r"a\.yaml:1:1: .*\[not-a-file\]")
harm("link-chain", Many(60, lambda i: (f"l{i}.yaml", Link(f"l{i + 1}.yaml"))), r"l0\.yaml:1:1: ")
harm("link-folder-loop", {"a/b": Link(".."), "a/c": Link("."), "a/d": Link("/")},
     r"a/d:1:1: .*\[link-outside\]")
harm("link-folder-out", {"below": Link("/etc")}, r"below:1:1: .*\[link-outside\]")
harm("pipe", a(Pipe()), r"a\.yaml:1:1: .*\[not-a-file\]")
harm("socket", a(Socket()), r"a\.yaml:1:1: .*\[not-a-file\]")
harm("device", a(Device()), r"a\.yaml:1:1: .*\[not-a-file\]", needs="root")
harm("folder-named-yaml", a(Folder()), r"a\.yaml:1:1: .*\[not-a-file\]", commands=("check", "build"))
harm("folder-with-yaml", {"a.yaml/b.yaml": "items: {}"}, r"a\.yaml:1:1: .*\[not-a-file\]",
     commands=("check", "build"))
harm("unreadable", a(Unreadable()), r"a\.yaml", exits=3, needs="user")
harm("unreadable-folder", {"below": Unreadable(True)}, r"below", exits=3, needs="user",
     commands=("check", "build"))
MANIFEST = {"registers.yaml": None}
for name, what in (("link-loop", Link("catalog.yaml")), ("pipe", Pipe()), ("socket", Socket()),
                   ("folder", Folder()), ("sparse", Sparse(10 << 30)), ("link-out", Link("/etc/passwd")),
                   ("link-zero", Link("/dev/zero"))):
    harm(f"manifest-{name}", {"catalog.yaml": what}, r"catalog\.yaml", exits=(1, 3),
         commands=("check", "build", "fmt", "list"))
harm("manifest-empty", {"catalog.yaml": b""}, r"catalog\.yaml:1:1: ")
harm("manifest-nul", {"catalog.yaml": b"\0" * 4096}, r"catalog\.yaml:1:1: ")
harm("manifest-twice", a("catalog: {id: x, title: y, date: 2026-01-15}\n"), r"a\.yaml:1:\d+: ")

harm("file-100mb", a(lambda: b"items: '" + b"x" * (100 * M) + b"'\n"), r"a\.yaml:1:1: .*\[file-too-large\]",
     slow=True)
harm("sparse-100mb", a(Sparse(100 * M)), r"a\.yaml:1:1: .*\[file-too-large\]")
harm("sparse-1tb", a(Sparse(1 << 40)), r"a\.yaml:1:1: .*\[file-too-large\]")
harm("just-too-large", a(Sparse(8 * M + 1)), r"a\.yaml:1:1: .*\[file-too-large\]")
harm("largest-of-nul", a(Sparse(8 * M)), r"a\.yaml:1:1: .*\[control-character\]")

harm("case-clash", {"a.yaml": "", "A.yaml": ""}, r"a\.yaml:1:1: .*\[same-file-name\]")
harm("case-clash-folder", {"x/a.yaml": "", "X/a.yaml": ""}, r"x/a\.yaml:1:1: .*\[same-file-name\]")
harm("case-clash-unicode", {"ß.yaml": "", "SS.yaml": ""}, r"\.yaml:1:1: .*\[same-file-name\]")
harm("form-clash", {"\u00e9.yaml": "", "e\u0301.yaml": ""}, r"\.yaml:1:1: .*\[same-file-name\]")
for name in ("CON", "nul", "AUX", "COM1", "lpt9", "PRN"):
    harm(f"reserved-{name}", {f"{name}.yaml": "items: []\n"}, None, exits=(0, 1))
for name, path in (("newline", "a\nb.yaml"), ("escape", "a\x1b[31mb.yaml"), ("bidi", "a\u202egnp.yaml"),
                   ("not-utf8", b"a\xff.yaml"), ("carriage-return", "a\rb.yaml"), ("c1", "a\x9bb.yaml"),
                   ("del", "a\x7f.yaml"), ("separator", "a\u2028b.yaml"), ("surrogate", b"a\xed\xa0\x80.yaml")):
    harm(f"name-{name}", {path: "items: []\n"}, r":1:1: .*\[odd-file-name\]",
         commands=("check", "build", "fmt", "list"))
    harm(f"name-folder-{name}", {path[:-5] + (b"/a.yaml" if isinstance(path, bytes) else "/a.yaml"): ""},
         r":1:1: .*\[odd-file-name\]", commands=("check", "build", "fmt", "list"))
for name in ("--help", "-rf", "-", "a b", "'", '"', "$(touch x)", "`touch x`", ";", "*", "%s%n", "\\", "a:1:1",
             "😀", "a" * 250, "公" * 83, "..a", "~", "a.yaml"):
    harmless(f"name-of-{name[:12]}", {f"{name}.yaml": "items: []\n"}, commands=("check", "build", "fmt"))
harmless("hidden", {".a.yaml": "items: {", ".git/a.yaml": "items: {"})
harm("other-ending", {"a.YAML": "items: []\n", "b.yml": ""}, r"a\.YAML:1:1: .*\[other-ending\]")
harm("deep-folders", {"/".join(["d"] * 300) + "/a.yaml": ""}, r":1:1: .*\[too-deep\]")
harmless("files-10000", Many(10000, lambda i: (f"f{i % 100}/{i}.yaml", f"# {i}\n")), slow=True)
harm("files-20001", Many(20001, lambda i: (f"f{i % 100}/{i}.yaml", f"# {i}\n")), r"\[too-many-files\]",
     slow=True, commands=("check", "build"))
harm("files-10000-wrong", Many(10000, lambda i: (f"f{i % 100}/{i}.yaml", "items: {x: [}\n")),
     r"f0/0\.yaml:1:\d+: ", slow=True, commands=("check", "build"))
harmless("folders-10000", Many(10000, lambda i: (f"f{i % 100}/{i}", Folder())), slow=True,
         commands=("check", "build"))
harmless("nested-catalogs", Many(1000, lambda i: (f"c{i}/catalog.yaml", "x: [")), commands=("check", "build"))
harmless("output-inside", {"o/build.json": '{"catalog-build": 1}', "o/a.yaml": "x: ["},
         commands=("check", "build"))
harmless("build-json-of-others", {"o/build.json": b"\0" * 5000, "o/a.yaml": "items: []\n"},
         commands=("check", "build"))
harm("build-json-pipe", {"o/build.json": Pipe(), "o/a.yaml": "items: {}\n"}, r"o/a\.yaml:1:\d+: ",
     commands=("check", "build"))

# ---- many of everything ------------------------------------------------------

harm("keys-1m", a(lambda: b"{" + b",".join(b"%x" % i for i in range(M)) + b"}"), r"a\.yaml:1:\d+: ",
     commands=("check", "build", "list"))
harm("keys-700k", a(lambda: b"".join(b"k%x: 1\n" % i for i in range(700000))), r"a\.yaml:1:1: ")
harm("keys-same", a(later("{", ("a,", 2 * M), "}")), r"a\.yaml:1:\d+: .*\[duplicate-key\]")
harm("keys-in-item", a(lambda: b"items:\n - {" + b",".join(b"k%x: 1" % i for i in range(500000)) + b"}"),
     r"a\.yaml:2:\d+: ")
harm("items-empty-2m", a(later("items: [", ("{},", 2000000), "]")), r"a\.yaml:1:\d+: ")
harm("items-text-2m", a(later("items: [", ("x,", 2000000), "]")), r"a\.yaml:1:\d+: ")
harm("items-flow-nested", a(later("items: [", ("[[[[]]]],", 800000), "]")), r"a\.yaml:1:\d+: ")
harm("domains-same", a(b"domains:\n" + b"  - {id: x, name: y}\n" * 1000), r"a\.yaml:3:\d+: ")
harm("domains-100k", a(b"domains:\n" + b"  - {id: x, name: y}\n" * 100000), r"a\.yaml:\d+:\d+: ")
harm("items-same-id", a(later("items:\n", ("  - {id: compulsory-education/x, name: [x, y], content: x, timing: x, "
                                   "body: education-bureau, channels: [website]}\n", 50000))), r"a\.yaml:3:\d+: ")
harm("items-unknown-names", a(lambda: "items:\n" + "".join(
    f"  - {{id: compulsory-education/x{i}, name: [x, y{i}], content: x{i}, timing: 实时公开, body: b{i}, "
    f"channels: [c{i}]}}\n" for i in range(50000))), r"a\.yaml:2:\d+: ")
harm("content-one-million", a("items:\n  - {id: compulsory-education/x, name: [x, y], timing: 实时公开, body: "
                              "education-bureau, channels: [website], content: [" + "x," * M + "]}\n"),
     r"a\.yaml:2:\d+: ")
harm("channels-same", a("items:\n  - {id: compulsory-education/x, name: [x, y], timing: 实时公开, body: "
                        "education-bureau, content: x, channels: [" + "website," * 500000 + "]}\n"),
     r"a\.yaml:2:\d+: ")
harm("tree-of-128mb", Many(16, lambda i: (f"f{i}.yaml", later("items: [", ("[],", 8 * M // 3 - 8), "]"))),
     r"f12\.yaml:1:1: .*\[too-much\]", slow=True, commands=("check", "build"))
harm("tree-of-explicit-keys", Many(100, lambda i: (f"f{i}.yaml", later(("? a\n", M // 4)))),
     r"f0\.yaml:1:1: .*\[complex-key\]", slow=True, commands=("check", "build"))
harm("tree-of-slips", Many(60, lambda i: (f"f{i}.yaml", later(("- '" + "x" * 96 + "'\n", 80000), ("- ]\n", 100)))),
     r"f0\.yaml:80001:3: .*\[stray-bracket\]", slow=True, commands=("check", "build"))
harm("mistakes-11m", Many(19000, lambda i: (f"f{i % 100}/{i}.yaml", "items: []\n" * 600)),
     r"11191000 more .*\[too-many-findings\]", slow=True, commands=("check",))
harm("tree-of-1gb", Many(128, lambda i: (f"f{i}.yaml", later("# ", ("x", 8 * M - 2)))), None, exits=(0, 1), slow=True,
     commands=("check",))

# ---- values ------------------------------------------------------------------

ITEM = ("items:\n  - id: compulsory-education/x\n    name: [甲, 乙]\n    content: 丙\n    timing: 实时公开\n"
        "    body: education-bureau\n    channels: [website]\n    levels: [county]\n")


def item(more):
    """An item that is sound but for what its key `more` says."""
    key = more.split(":")[0]
    return a("".join(line for line in ITEM.splitlines(True) if not line.strip().startswith(key + ":")) +
             "    " + more + "\n")


NUMBERS = ("1e999999999", "1e-999999999", "9" * 400000, "-1", ".inf", ".nan", "0x7fffffff", "1_000", "1e400",
           "99999999999999999999", "0." + "0" * 400000 + "1", "1e2147483648", "-0", "1" + "0" * 30 + "e-30")
for i, number in enumerate(NUMBERS):
    harm(f"number-order-{i}", item(f"order: {number}"), r"a\.yaml:\d+:\d+: " if i != 12 and i != 13 else None,
         exits=(0, 1))
    harm(f"number-articles-{i}", a(f"laws:\n  - {{id: x, title: 某法, articles: {number}}}\n"), None, exits=(0, 1))
    harm(f"number-width-{i}", a("layouts:\n  - {id: x, title: y, columns: [{title: z, value: name, width: "
                                f"{number}}}]}}\n"), None, exits=(0, 1))
    harm(f"number-year-{i}", a(f"calendar:\n  - {{year: {number}, off: [], work: []}}\n"), None, exits=(0, 1))
for i, date in enumerate(("99999-01-01", "0000-00-00", "2026-02-30", "2026-13-01", "-001-01-01", "1e9-01-01",
                          "2026-01-15T00:00:00Z", "9" * 100000, "２０２６-01-15", "2026-1-1", "0001-01-01")):
    harm(f"date-{i}", {"catalog.yaml": f"catalog: {{id: x, title: y, date: {date}, jurisdiction: \"339901\"}}\n"
                       "jurisdictions:\n  - {code: \"339901\", name: 青禾县, level: county}\n"
                       "domains:\n  - {id: compulsory-education, name: 义务教育}\n"},
         r"catalog\.yaml:1:\d+: " if i != 10 else None, exits=1 if i != 10 else (0, 1))
harmless("date-last", {"catalog.yaml": "catalog: {id: x, title: y, date: 9999-12-31, jurisdiction: \"339901\"}\n"
                       "jurisdictions:\n  - {code: \"339901\", name: 青禾县, level: county}\n"
                       "domains:\n  - {id: compulsory-education, name: 义务教育}\n"})

# Codes of places, of every length that none has.
for length in (1, 2, 3, 4, 5, 7, 8, 10, 11, 13, 100000):
    code = "3" * length
    manifest = "catalog: {id: x, title: y, date: 2026-01-15, jurisdiction: \"%s\"}\n"
    harm(f"code-of-place-{length}",
         {"catalog.yaml": manifest % "330000" + "jurisdictions:\n  - {code: \"330000\", name: 青禾省, level: province}\n"
          f"  - {{code: \"{code}\", name: 青禾镇, level: town}}\n"}, r"catalog\.yaml:4:12: ")
    harm(f"code-of-catalog-{length}",
         {"catalog.yaml": manifest % code + f"jurisdictions:\n  - {{code: \"{code}\", name: 青禾镇, level: town}}\n"
          "  - {code: \"330000\", name: 青禾省, level: province}\n"}, r"catalog\.yaml:1:\d+: ")

PHRASES = {
    "number": "信息形成之日起" + "9" * 900 + "个工作日内", "numeral": "自" + "万亿" * 400 + "个工作日内",
    "days": "信息形成或者变更之日起99999999999999999999个工作日内", "brackets": "（" * 900, "clauses": "实时；" * 300,
    "quotes": "“" * 900, "every": "每" * 900, "within": "日内" * 450, "negative": "-1个工作日内", "nul": "0个工作日内",
    "year": "每年999999月999999日前", "commas": "，、；。" * 220, "same": "同上" * 400, "spaces": "　" * 900}
for name, phrase in PHRASES.items():
    harm(f"timing-{name}", item(f'timing: "{phrase}"'), None, exits=(0, 1))
    harm(f"timing-long-{name}", item(f'timing: "{phrase * 1000}"'), r"a\.yaml:\d+:\d+: ")
CITATIONS = {"open": "《" * 900, "nested": "《" * 200 + "法" + "》" * 200, "years": "〔2017〕" * 200,
             "articles": "《某法》第" + "九" * 400 + "条", "list": "《某法》第一条、" * 50, "brackets": "【" * 900,
             "numbers": "国务院令第" + "9" * 400 + "号", "ladder": "".join(f"《{i}" for i in range(300))}
for name, text in CITATIONS.items():
    harm(f"citation-{name}", item(f'basis: ["{text}"]'), None, exits=(0, 1))
    harm(f"citation-long-{name}", item(f'basis: ["{text * 1000}"]'), None, exits=(0, 1))

IDS = ("..", "../x", "/etc/passwd", "a//b", "a/", "/a", "a/../b", "C:\\x", "a\\\\b", "CON", "a b", "a\\0b", "ａ", "é",
       "-a", "a-", "a--b", "<script>", "=1+1", "a" * 121, "%2e%2e", "a?b", "a#b", "")
for i, bad in enumerate(IDS):
    harm(f"id-{i}", a(ITEM.replace("compulsory-education/x", f'"{bad}"') + "    domain: compulsory-education\n"),
         r"a\.yaml:2:\d+: ")
for name in ("con", "nul", "aux/prn", "com1/lpt1", "index", "assets", "assets/site", "search", "catalog", "build",
             "items", "items/index", "a/b/c/d/e/f/g", "0", "a" * 120, "a/" * 59 + "a"):
    harmless(f"id-of-{name[:20].replace('/', '-')}-{len(name)}",
             a(ITEM.replace("compulsory-education/x", name) + "    domain: compulsory-education\n"),
             commands=("check", "build"))
    if "/" not in name:
        harmless(f"domain-of-{name[:20]}-{len(name)}", a(
            f"domains:\n  - {{id: {name}, name: 某}}\n" + ITEM + f"    domain: {name}\n"), commands=("check", "build"))
harm("ids-one-path", a(ITEM + "    domain: compulsory-education\n" +
                       ITEM.replace("items:\n", "").replace("compulsory-education/x", "compulsory-education-x")
                       .replace("乙", "丁") + "    domain: compulsory-education\n"), None, exits=0,
     commands=("check", "build"))

PATHS = {"up": "../outside.md", "absolute": "/etc/passwd", "nul": '"a\\0b"', "dots": "./../../etc/passwd",
         "inside": "a/../../x", "device": "/dev/zero", "pipe": "pipe", "folder": "below", "missing": "none.md",
         "loop": "loop", "out": "out-link", "backslash": "..\\..\\x", "long": "a/" * 240, "newline": '"a\\nb"',
         "proc": "/proc/self/environ", "home": "~/.bashrc", "url": "https://example.com/x", "tab": '"a\\tb"',
         "self": "catalog.yaml", "sparse": "sparse", "binary": "binary", "deep": "loops/x", "dot": ".", "hidden": ".h"}
AROUND = {"pipe": Pipe(), "below/x": "", "loop": Link("loop"), "out-link": Link("/etc/passwd"), "sparse": Sparse(1 << 40),
          "binary": bytes(range(256)) * 100, "loops": Link("loops"), ".h": "x"}
for name, path in PATHS.items():
    is_text = name in ("self", "hidden", "sparse")
    harm(f"document-{name}", {**a(f"documents:\n  - {{id: x, title: 某, file: {path}}}\n"), **AROUND},
         None if is_text else r"\.?:\d+:\d+: ", exits=(0, 1) if is_text else 1, commands=("check", "build"))
    base = "catalog: {id: x, title: y, date: 2026-01-15, jurisdiction: \"339901\""
    places = "jurisdictions:\n  - {code: \"339901\", name: 青禾县, level: county}\n"
    harm(f"schemas-{name}", {"catalog.yaml": f"{base}, schemas: [{path}]}}\n{places}", **AROUND},
         r"(catalog\.yaml|sparse|binary|\.h):\d+:\d+: ", commands=("check", "build"))
    harm(f"extends-{name}", {"catalog.yaml": f"{base}, extends: {path}}}\n{places}", **AROUND},
         r"catalog\.yaml:1:\d+: ", commands=("check", "build"))

# ---- schemas of one's own ----------------------------------------------------


def own(schema, rest="", says=None, **more):
    text = schema if isinstance(schema, (str, bytes)) else json.dumps(schema)
    return {"catalog.yaml": "catalog: {id: x, title: y, date: 2026-01-15, jurisdiction: \"339901\", schemas: "
            "[own.json]}\njurisdictions:\n  - {code: \"339901\", name: 青禾县, level: county}\n"
            "domains:\n  - {id: compulsory-education, name: 义务教育}\n" + rest, "own.json": text}


def at_title(schema):
    return {"properties": {"items": {"items": {"properties": {"content": {"items": schema}}}}}}


CONTENT = ITEM.replace("content: 丙", "content: [\"" + "a" * 3000 + "!\"]")
PATTERNS = ("(a+)+$", "(a|a)*$", "(a|aa)+$", "^(a?){900}a{900}$", "((a{1000}){1000}){1000}", "(.*){1000}", "(?=a)", "(a)\\1",
            "(?<=a)", "[", "(", "*", "a{2147483647}", "\\p{Nonsense}", "[a-\\u{10FFFF}]", "(" * 5000 + ")" * 5000,
            "|".join("a" * i for i in range(500)), "\\", "[^" + "a-z" * 5000 + "]", "(?i)" * 1000, "\\u12", "a**",
            "(((a{100}){100}){100})", "[[:alpha:]]", "\\cA", "(?P<x>a)", "$^" * 2000, "x*" * 10000)
for i, pattern in enumerate(PATTERNS):
    for where, schema in (("text", at_title({"type": "string", "pattern": pattern})),
                          ("keys", {"patternProperties": {pattern: True}, "propertyNames": {"pattern": pattern}})):
        harm(f"pattern-{where}-{i}", {**own(schema), **a(CONTENT)}, None, exits=(0, 1), commands=("check", "build"))


def doubling(word, count=40):
    """Each of two parts is the next definition: 2^count ways through it."""
    defs = {f"d{i}": {word: [{"$ref": f"#/$defs/d{i + 1}"}, {"$ref": f"#/$defs/d{i + 1}"}]} for i in range(count)}
    defs[f"d{count}"] = {"type": "object"}
    return {"$defs": defs, "$ref": "#/$defs/d0"}


LOOP = {"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"}
SCHEMAS = {
    "ref-itself": {"$ref": "#"}, "ref-each-other": LOOP, "ref-tree": {"additionalProperties": {"$ref": "#"}},
    "ref-items": {"items": {"$ref": "#"}, "additionalProperties": {"$ref": "#"}, "not": {"type": "null"}},
    "ref-remote": {"$ref": "http://169.254.169.254/latest"}, "ref-file": {"$ref": "file:///etc/passwd"},
    "ref-up": {"$ref": "../../../etc/passwd"}, "ref-missing": {"$ref": "#/$defs/none"}, "ref-nul": {"$ref": "\0"},
    "dynamic-loop": {"$dynamicAnchor": "x", "$dynamicRef": "#x"}, "ref-number": {"$ref": 1},
    "all-of-doubling": doubling("allOf"), "any-of-doubling": doubling("anyOf"), "one-of-doubling": doubling("oneOf"),
    "not-deep": json.loads('{"not":' * 900 + "true" + "}" * 900), "id-strange": {"$id": "urn:\u202e:x", "type": "array"},
    "id-ours": {"$id": "urn:catalog:source", "type": "object"}, "schema-unknown": {"$schema": "http://evil.example/x"},
    "multiple-of": at_title({"multipleOf": 1e-300}), "huge-number": '{"maxProperties": 1e999999999}',
    "long-number": '{"maxProperties": ' + "9" * M + "}", "false": "false", "null": "null", "list": "[]", "text": '"x"',
    "empty": "", "not-json": "x: 1", "nul": b"\0" * 100, "cut": '{"type": "obj', "deep": "[" * 200000,
    "deep-closed": '{"allOf":[' * 5000 + "true" + "]}" * 5000, "twice": '{"type": "object", "type": "array"}',
    "enum-large": {"enum": [str(i) for i in range(200000)]}, "unevaluated": {"unevaluatedProperties": False},
    "unevaluated-loop": {"unevaluatedProperties": {"$ref": "#"}, "allOf": [{"additionalProperties": {"$ref": "#"}}]},
    "format-odd": {"format": "=cmd|' /C calc'!A0"}, "many-properties": {"properties": {f"p{i}": {} for i in range(60000)}},
    "required-many": {"required": [f"r{i}" for i in range(100000)]}, "const-deep": {"const": json.loads("[" * 500 + "]" * 500)},
    "title-escape": {"title": "\x1b[31m\u202e", "required": ["x"]}, "if-loop": {"if": {"$ref": "#"}, "then": {"$ref": "#"}},
    "contains-many": {"properties": {"items": {"contains": {"required": ["none"]}, "minContains": 999999999}}},
    "names-doubling": {"propertyNames": doubling("anyOf", 30)}, "unique-large": at_title({"uniqueItems": True}),
    "bom": b"\xef\xbb\xbf{}", "utf-16": '{"type": "object"}'.encode("utf-16"), "dependent": {"dependentSchemas": {"items": LOOP}},
    "escaped-surrogate": '{"required": ["\\ud800"]}', "ref-pointer": {"$ref": "#/" + "~1" * 10000}}
for name, schema in SCHEMAS.items():
    harm(f"schema-{name}", {**own(schema), **a(ITEM)}, None, exits=(0, 1), commands=("check", "build"))
harm("schema-schemas-many", {**own({}), "catalog.yaml": own({})["catalog.yaml"].replace(
    "[own.json]", "[" + ",".join(["own.json"] * 1000) + "]")}, None, exits=(0, 1), commands=("check",))

# ---- catalogs on catalogs ----------------------------------------------------


def on(base, number=0):
    return (f"catalog: {{id: c{number}, title: 某, date: 2026-01-15, jurisdiction: \"339901\", extends: {base}}}\n"
            "jurisdictions:\n  - {code: \"339901\", name: 青禾县, level: county}\n")


OVER = {"registers.yaml": None, "items/compulsory-education.yaml": None}
harm("extends-itself", {**OVER, "catalog.yaml": on("./")}, r"catalog\.yaml:1:\d+: ", commands=("check", "build", "list"))
harm("extends-two", {**OVER, "catalog.yaml": on("./b"), "b/catalog.yaml": on("../", 1)}, r"catalog\.yaml:1:\d+: ",
     commands=("check", "build", "list"))
harm("extends-three", {**OVER, "catalog.yaml": on("./b"), "b/catalog.yaml": on("../c", 1),
                       "c/catalog.yaml": on("../b", 2)}, r"catalog\.yaml:1:\d+: ", commands=("check", "build"))
for count in (12, 13, 64, 300):
    links = {f"c{i}/catalog.yaml": on(f"../c{i + 1}", i) for i in range(1, count)}
    harm(f"extends-chain-{count}", {**OVER, "catalog.yaml": on("./c1"), **links}, r"catalog\.yaml:1:\d+: ",
         commands=("check", "build"))
harm("extends-through-link", {**OVER, "catalog.yaml": on("./b"), "b": Link(".")}, r"catalog\.yaml:1:\d+: ",
     commands=("check", "build"))
harm("extends-pipe-manifest", {**OVER, "catalog.yaml": on("./b"), "b/catalog.yaml": Pipe()}, r"catalog\.yaml:1:\d+: ",
     commands=("check", "build"))
harm("extends-path-long", {**OVER, "catalog.yaml": on("../" * 160 + "x")}, r"catalog\.yaml:1:\d+: ", commands=("check",))
harm("places-in-circles", a("jurisdictions:\n  - {code: \"339901001\", name: 甲镇, level: town, kind: town, under: \"339901002\"}\n"
                            "  - {code: \"339901002\", name: 乙镇, level: town, kind: town, under: \"339901001\"}\n"),
     r"a\.yaml:\d+:\d+: ")
harm("laws-in-circles", a("laws:\n  - {id: x, title: 甲法, repealed: {on: 2020-01-01, by: y}}\n"
                          "  - {id: y, title: 乙法, repealed: {on: 2020-01-01, by: x}}\n"), None, exits=(0, 1))
harm("items-in-circles", a(ITEM + "    after: compulsory-education/y\n" + ITEM.replace("items:\n", "")
                           .replace("education/x", "education/y").replace("乙", "丁") +
                           "    after: compulsory-education/x\n    replaces: [compulsory-education/x]\n"), None, exits=(0, 1))
harm("flow-itself", a("flows:\n  - id: x\n    title: 某\n    nodes: [{id: s, kind: start, text: 始}, {id: e, kind: end, text: 终}]\n"
                      "    edges: [" + "{from: s, to: s}, {from: s, to: e}, {from: e, to: s}" + "]\n"), None, exits=(0, 1))
harm("flow-large", a("flows:\n  - id: x\n    title: 某\n    nodes:\n" + "".join(
    f"      - {{id: n{i}, kind: step, text: 步}}\n" for i in range(2000)) + "    edges:\n" + "".join(
        f"      - {{from: n{i}, to: n{(i * 7 + 1) % 2000}}}\n" for i in range(2000))), None, exits=(0, 1), slow=True)
harm("layout-deep", a("layouts:\n  - {id: x, title: y, columns: [" + "{title: z, columns: [" * 20 +
                      "{title: z, value: name}" + "]}" * 20 + "]}\n"), None, exits=(0, 1))
harm("view-all", a("views:\n" + "".join(f"  - {{id: v{i}, title: 视图{i}}}\n" for i in range(201))), r"a\.yaml:202:5: .*\[too-many\]")
harm("view-same-sheet", a("views:\n" + "".join(f"  - {{id: v{i}, title: \"{'名' * 40}\"}}\n" for i in range(40))), None,
     exits=(0, 1), commands=("check", "build"))
for i, title in enumerate(("History", "'a'", "[x]:*?/\\\\", "名" * 199, "=1+1", "a\\u0000b", "\\uD83D", "😀" * 60, "  ", "'")):
    harm(f"sheet-named-{i}", a(f"views:\n  - {{id: v, title: \"{title}\"}}\n"), None, exits=(0, 1), commands=("check", "build"))

# ---- workbooks and tables for import -----------------------------------------
# `import` reads the file `table`, and writes no folder where it fails.

HEAD = "序号,一级事项,公开内容,公开时限,公开主体,公开渠道\n"
ROW = "1,甲,乙,实时公开,某县教育局,政府网站\n"


def table(name, ending, content, exits=(0, 1), **more):
    harm(f"import-{name}", {f"table.{ending}": content}, None, exits=exits, commands=(f"import table.{ending}",),
         **more)


table("formulas", "csv", HEAD + "1,\"=cmd|' /C calc'!A0\",+1,-1,@SUM(A1),\"\t=1\"\n")
table("controls", "csv", HEAD + "1,\x1b[31m甲,\0,\u202e乙\x9b,\x07,\u2028\n")
table("nul", "csv", later(("\0", M)))
table("quotes", "csv", later(('"', 8 * M)), slow=True)
table("open-quote", "csv", later(HEAD, '1,"', ("x\n", 4 * M)), slow=True)
table("columns", "csv", later((",", 8 * M)), slow=True)
table("rows", "csv", later(("\n", 8 * M)), slow=True)
table("head-100k", "csv", later((HEAD, 100000)), slow=True)
table("row-100k", "csv", later(HEAD, (ROW, 100000)), slow=True)
ALL = "领域,一级事项,公开内容,公开依据,公开时限,公开主体,公开渠道\n"
for _name, _row in (("domains", "领域{i},甲,乙,《某法》,实时公开,某局,网"), ("names", "甲,事项{i},乙,《某法》,实时公开,某局,网"),
                    ("laws", "甲,乙,丙,《某某{i}法》第{i}条,实时公开,某局,网"), ("bodies", "甲,乙,丙,《某法》,实时公开,第{i}局,网"),
                    ("channels", "甲,乙,丙,《某法》,实时公开,某局,■渠道{i}"), ("contents", "甲,乙,内容{i},《某法》,实时公开,某局,网"),
                    ("timings", "甲,乙,丙,《某法》,第{i}个工作日内,某局,网"), ("before", "甲,乙,丙,《某法》,实时公开,某局,■网 ■渠道{i}")):
    table(f"{_name}-20k", "csv", later(ALL, "".join(_row.format(i=i) + "\n" for i in range(20000))), slow=True)
for _name, _cell in (("boxes", "甲,乙,丙,《某法》,实时公开,某局,\"{all}\"", ), ("citations", "甲,乙,丙,\"{all}\",实时公开,某局,网"),
                     ("lines", "甲,乙,\"{all}\",《某法》,实时公开,某局,网"), ("body-lines", "甲,乙,丙,《某法》,实时公开,\"{all}\",网"),
                     ("timing-lines", "甲,乙,丙,《某法》,\"{all}\",某局,网"), ("name-lines", "甲,\"{all}\",丙,《某法》,实时公开,某局,网")):
    _each = {"boxes": "■渠道{i}\n", "citations": "《某{i}法》第{i}条、", "timing-lines": "{i}个工作日内；\n"}.get(_name, "{i}.某局{i}；\n")
    table(f"cell-of-{_name}", "csv", later(ALL, _cell.format(all="".join(_each.format(i=i) for i in range(50000))), "\n"), slow=True)
table("cell-20mb", "csv", later(HEAD, "1,甲,", ("乙", 7 * M), ",实时公开,某局,网\n"), slow=True)
table("utf-16", "csv", (HEAD + ROW).encode("utf-16"))
table("gb18030", "csv", (HEAD + ROW).encode("gb18030"))
table("bad-utf8", "csv", HEAD.encode() + b"1,\xff\xfe,\xed\xa0\x80,\xf4\x90\x80\x80,\xc0\xaf,\x80\n")
table("sparse", "csv", Sparse(1 << 40))
table("pipe", "csv", Pipe())
table("device", "csv", Link("/dev/zero"))
table("folder", "csv", Folder())
table("loop", "csv", Link("table.csv"))
table("timings", "csv", HEAD + "1,甲,乙," + "自收到之日起" * 20000 + ",某局,网\n")
table("bases", "csv", HEAD.replace("公开内容", "公开依据") + "1,甲,\"" + "《" * 50000 + "\",实时公开,某局,网\n")
table("html-deep", "html", later(("<div>", 300000), "<table><tr><td>序号"), slow=True)
table("html-tables", "html", "<table>" * 200000, slow=True)
table("html-spans", "html", ("<table><tr><td rowspan=99999999 colspan=99999999>序号<td>一级事项</td>" * 3))
table("html-many-spans", "html", "<table>" + "<tr>" + "<td colspan=1000 rowspan=1000>x" * 5000, slow=True)
table("html-entities", "html", "<table><tr><td>" + "&amp;" * M + "&#x110000;&#0;&#xD800;&x" * 1000)
table("html-open", "html", later(("<", 4 * M)))
table("html-attributes", "html", "<table " + "a=b " * M + "><tr><td>序号")
table("html-comment", "html", later(("<!--", M)))
table("html-script", "html", "<table><tr><th>序号<th>一级事项<th>公开内容<th>公开时限<th>公开主体<th>公开渠道<tr><td>1<td>"
      "<script>alert(1)</script>甲<td>&lt;script&gt;<td>实时公开<td>某县教育局<td>政府网站</table>")


def zipped(parts, ending=b""):
    """A workbook of these parts, deflated; the ways between them are sound."""
    import io
    import zipfile
    sheet_ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    usual = {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="a" Type="{office}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{sheet_ns}" xmlns:r="{office}"><sheets><sheet name="S" sheetId="1" '
                           'r:id="s"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="s" '
                                      f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{sheet_ns}"><sheetData/></worksheet>'}

    def make():
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in {**usual, **parts}.items():
                archive.writestr(name, content() if callable(content) else content)
        return out.getvalue() + ending
    return make


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
PART = "xl/worksheets/sheet1.xml"
table("bomb", "xlsx", zipped({PART: lambda: SHEET + " " * (100 * M)}), exits=1, slow=True)
table("bomb-beside", "xlsx", zipped({"xl/media/x.bin": lambda: b"\0" * (300 * M)}), slow=True)
table("bomb-strings", "xlsx", zipped({"xl/sharedStrings.xml": lambda: "<sst>" + "<si><t>x</t></si>" * (4 * M)}), slow=True)
table("rows-1m", "xlsx", zipped({PART: lambda: SHEET + "".join(
    f'<row r="{i}"><c r="A{i}"><v>{i * 7919 % 1000003}</v></c></row>' for i in range(1, 1000001)) +
    "</sheetData></worksheet>"}), slow=True)
table("entities", "xlsx", zipped({PART: '<!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + SHEET}), exits=1)
table("entity-outside", "xlsx", zipped({PART: '<!DOCTYPE w SYSTEM "file:///etc/passwd">' + SHEET}), exits=1)
table("xml-deep", "xlsx", zipped({PART: "<a>" * 200000}), exits=1)
table("xml-open", "xlsx", zipped({PART: "<" * M}), exits=1)
table("xml-not-utf8", "xlsx", zipped({PART: b'<?xml version="1.0" encoding="UTF-7"?>\xff\xfe<a/>'}), exits=1)
table("parts-70000", "xlsx", zipped({f"x/{i}": "" for i in range(70000)}), slow=True)
table("part-names", "xlsx", zipped({"../../../tmp/pwned": "x", "/etc/pwned": "x", "C:\\pwned": "x", "a\0b": "x"}))
table("cut", "xlsx", lambda: zipped({})()[:400], exits=1)
table("trailing", "xlsx", zipped({}, b"PK\x05\x06" + b"\0" * 18))
table("not-zip", "xlsx", b"PK\x03\x04" + b"\0" * 5000, exits=1)
table("sizes-lie", "xlsx", lambda: zipped({})().replace(struct.pack("<H", 20), struct.pack("<H", 0xffff)))
table("merge-all", "xlsx", zipped({PART: SHEET + '<row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>' +
                                   '<mergeCell ref="A1:XFD1048576"/>' * 5000 + "</mergeCells></worksheet>"}))
table("cell-far", "xlsx", zipped({PART: SHEET + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
                                  '<row r="99999999999999999999"><c r="ZZZZZZZZ9999999999"><v>1</v></c></row>'
                                  '</sheetData></worksheet>'}))
table("dates-far", "xlsx", zipped({PART: SHEET + '<row><c s="99999"><v>1e308</v></c><c s="-1"><v>nan</v></c><c t="d"><v>99999-99'
                                   '-99</v></c></row></sheetData></worksheet>'}))
