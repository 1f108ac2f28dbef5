"""incremental_test.py CATALOG [ROUNDS] [SEED]

After any edits, a build that carries over what it can gives the same bytes as
one that begins anew. A province, a county on top of it with its places, and
random edits: values, items, roles, laws, waivers, layouts, files renamed, blank
lines, comments, options. Now and then it also looks that what an edit cannot
touch was not made again.
"""

import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

try:
    import yaml
except ImportError:
    print("skipped: needs python3-yaml")
    sys.exit(77)

CATALOG = sys.argv[1]
ROUNDS = (int(sys.argv[2]) if len(sys.argv) > 2 else
          max(25, int(os.environ.get("CATALOG_EDITS", 0)) // 20))
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 2026
WORDS = ["政策", "名单", "标准", "流程", "结果", "计划", "目录", "公告"]
DAYS = ["3", "5", "7", "10", "15"]
LEVELS = [["county"], ["county", "town"], ["town", "village"],
          ["county", "town", "village"]]


def item(at, some):
    slug = f"relief/n{at}" if at % 2 else f"education/n{at}"
    return {
        "id": slug,
        "name": [some.choice(["招生管理", "救灾款物"]) + str(at % 3),
                 f"{some.choice(WORDS)}{at}"],
        "content": [f"{some.choice(WORDS)}{at}", "办事指南"],
        "basis": ["disclosure-regulation"],
        "timing": "信息形成或者变更之日起20个工作日内",
        "body": {"by-level": {"county": "education-authority",
                              "town": "town-government",
                              "village": "village-committee"}},
        "channels": ["website"],
        "levels": list(some.choice(LEVELS)),
    }


def first_trees(some):
    base = {
        "catalog.yaml": {"catalog": {"id": "base", "title": "省级目录",
                                     "date": "2026-01-15"}},
        "registers.yaml": {
            "domains": [{"id": "education", "name": "义务教育"},
                        {"id": "relief", "name": "救灾"}],
            "laws": [{"id": "disclosure-regulation",
                      "title": "中华人民共和国政府信息公开条例"}],
            "bodies": [
                {"id": "education-authority", "name": "教育行政部门",
                 "generic": True},
                {"id": "town-government", "name": "乡镇人民政府",
                 "generic": True, "level": "town"},
                {"id": "village-committee", "name": "村民委员会",
                 "generic": True, "level": "village"}],
            "channels": [
                {"id": "website", "name": "政府网站", "standard": True},
                {"id": "gazette", "name": "政府公报", "standard": True},
                {"id": "wechat", "name": "微信公众号"}],
            "taxonomies": [{"id": "opens", "name": "五公开", "terms": [
                {"id": "decision", "name": "决策公开"},
                {"id": "service", "name": "服务公开"}]}]},
        "items/a.yaml": {"items": [item(i, some) for i in range(6)]},
        "items/b.yaml": {"items": [item(i, some) for i in range(6, 10)]},
    }
    places = [{"code": "339901", "name": "青禾县", "level": "county"}]
    for town in range(2):
        code = f"33990110{town}"
        places.append({"code": code, "name": f"第{town}镇", "level": "town",
                       "kind": "town", "under": "339901"})
        places += [{"code": f"{code}20{i}", "name": f"第{town}{i}村",
                    "level": "village", "kind": "village", "under": code}
                   for i in range(2)]
    county = {
        "catalog.yaml": {"catalog": {
            "id": "county", "title": "青禾县目录", "date": "2026-01-15",
            "jurisdiction": "339901", "extends": "../base",
            "supervision": {"phone": "12345"},
            "outputs": ["html", "json", "csv", "fragment"]},
            "jurisdictions": places},
        "bind.yaml": {"bind": {
            "education-authority": {"name": "青禾县教育局"},
            "town-government@town": {"name": "{jurisdiction}人民政府"},
            "village-committee@village": {"name": "{jurisdiction}村委会"}}},
        "adjust.yaml": {"adjust": [
            {"item": base["items/a.yaml"]["items"][0]["id"],
             "timing": "信息形成或者变更之日起5个工作日内",
             "reason": "提速"}]},
        "own.yaml": {"items": [item(100, some)],
                     "documents": [{"id": "guide", "title": "指南",
                                    "file": "guide.md"}]},
    }
    return {"base": base, "county": county}


class World:
    """The two catalogs as data; what is odd about their files is in `noise`."""

    def __init__(self, folder, some):
        self.folder = folder
        self.some = some
        self.trees = first_trees(some)
        self.noise = {}
        self.guide = "# 指南\n"
        self.next = 200

    def items(self):
        return [each for tree in self.trees.values()
                for path, file in sorted(tree.items())
                for each in file.get("items", [])]

    def write(self):
        for name, tree in self.trees.items():
            root = self.folder / name
            wanted = {root / path for path in tree}
            for old in root.rglob("*.yaml"):
                if old not in wanted:
                    old.unlink()
            for path, file in tree.items():
                text = self.noise.get((name, path), "") + yaml.safe_dump(
                    file, allow_unicode=True, sort_keys=False, width=1000)
                put(root / path, text)
        put(self.folder / "county" / "guide.md", self.guide)


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def some_item(world):
    return world.some.choice(world.items())


# ---- edits -------------------------------------------------------------------

def reword(world):
    each = some_item(world)
    each["content"][0] = world.some.choice(WORDS) + str(world.next)
    world.next += 1


def rename(world):
    some_item(world)["name"][-1] = world.some.choice(WORDS) + str(world.next)
    world.next += 1


def move_levels(world):
    some_item(world)["levels"] = list(world.some.choice(LEVELS))


def class_it(world):
    some_item(world)["facets"] = {
        "opens": [world.some.choice(["decision", "service"])]}


def relate(world):
    one, other = some_item(world), world.some.choice(
        world.trees["base"]["items/a.yaml"]["items"])
    if one is not other:
        one["related"] = [other["id"]]


def add_item(world):
    tree = world.some.choice(["base", "county"])
    path = "items/b.yaml" if tree == "base" else "own.yaml"
    items = world.trees[tree][path]["items"]
    items.insert(world.some.randrange(len(items) + 1),
                 item(world.next, world.some))
    world.next += 1


def drop_item(world):
    items = world.trees["base"]["items/b.yaml"]["items"]
    if len(items) > 2:
        items.pop(world.some.randrange(len(items)))


def blank_lines(world):
    tree = world.some.choice(list(world.trees))
    path = world.some.choice(list(world.trees[tree]))
    world.noise[tree, path] = world.some.choice(
        ["", "\n", "\n\n\n", "# 说明\n"])


def rename_file(world):
    base = world.trees["base"]
    old = next(path for path in base if path.startswith("items/b") or
               path.startswith("moved"))
    if old == "items/b.yaml":
        return  # others name it
    base["items/b.yaml"] = base.pop(old)


def bind_one(world):
    code = world.some.choice(["339901100", "339901101"])
    world.trees["county"]["bind.yaml"]["bind"][f"town-government@{code}"] = {
        "name": f"镇政府{world.next}", "phone": world.some.choice(DAYS)}
    world.next += 1


def bind_all(world):
    world.trees["county"]["bind.yaml"]["bind"]["education-authority"] = {
        "name": f"青禾县教育局{world.some.choice(DAYS)}"}


def adjust(world):
    entries = world.trees["county"]["adjust.yaml"]["adjust"]
    known = {each["item"] for each in entries}
    free = [each["id"] for each in world.trees["base"]["items/a.yaml"]["items"]
            if each["id"] not in known]
    if free:
        entry = {"item": world.some.choice(free), "reason": "提速增项",
                 "content": {"add": [f"补充{world.next}"]}}
        if world.some.random() < .5:
            entry["only"] = [world.some.choice(["339901100", "339901101"])]
        entries.append(entry)
        world.next += 1


def waive(world):
    each = some_item(world)
    each["waive"] = [{"rule": "vague-timing", "reason": "另行安排",
                      "approved": {"by": "县政府办", "on": "2025-12-01"},
                      "until": "2026-12-31"}]


def record(world):
    own = world.trees["county"]["own.yaml"]
    own.setdefault("adjustments", []).append(
        {"date": "2026-01-10", "items": [some_item(world)["id"]],
         "ground": f"法律修订{world.next}", "reported-by": "县教育局",
         "approved": {"by": "县政府办", "on": "2026-01-11"}})
    world.next += 1


def new_law(world):
    laws = world.trees["base"]["registers.yaml"]["laws"]
    laws.insert(0, {"id": f"law-{world.next}",
                    "title": f"某法{world.next}"})
    some_item(world)["basis"] = [f"law-{world.next}"]
    world.next += 1


def rename_body(world):
    bodies = world.trees["base"]["registers.yaml"]["bodies"]
    world.some.choice(bodies)["name"] = f"机构{world.next}"
    world.next += 1


def new_place(world):
    places = world.trees["county"]["catalog.yaml"]["jurisdictions"]
    places.append({"code": f"3399011003{world.next % 100:02}",
                   "name": f"新村{world.next}", "level": "village",
                   "kind": "village", "under": "339901100"})
    world.next += 1


def rename_place(world):
    places = world.trees["county"]["catalog.yaml"]["jurisdictions"]
    world.some.choice(places[1:])["name"] = f"改名{world.next}"
    world.next += 1


def new_view(world):
    world.trees["county"]["own.yaml"]["views"] = [
        {"id": "opens", "title": f"五公开{world.next}", "group-by": "opens"}]
    world.next += 1


def guide(world):
    world.guide += f"\n第{world.next}条\n"
    world.next += 1


def date(world):
    world.trees["county"]["catalog.yaml"]["catalog"]["date"] = (
        f"2026-01-{world.some.randrange(10, 28)}")


def nothing(world):
    pass


def touch(world):
    for path in world.folder.rglob("*.yaml"):
        if world.some.random() < .3 and "out" not in path.parts[-2]:
            os.utime(path)


def break_it(world):
    """An error for one build; the next edit is made without it."""
    world.noise["county", "own.yaml"] = "items: 1\n"


EDITS = [reword, reword, rename, move_levels, class_it, relate, add_item,
         drop_item, blank_lines, blank_lines, rename_file, bind_one, bind_all,
         adjust, waive, record, new_law, rename_body, new_place, rename_place,
         new_view, guide, date, nothing, touch, break_it]
ORDERS = [["--all"]] * 5 + [["--all", "-f", "json,csv"], ["-f", "html,json"],
                            ["--jurisdiction", "339901100"],
                            ["--all", "--as-of", "2026-03-01"],
                            ["--all", "--verify"], ["--all", "-j", "2"]]


def build(tree, out, *options):
    return subprocess.run([CATALOG, "--lang", "en", "build", tree, "-o", out,
                           *options], capture_output=True, text=True)


def bytes_below(folder):
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name != ".build-state"}


def compare(out, clean, what):
    ours, theirs = bytes_below(out), bytes_below(clean)
    different = sorted(path for path in ours.keys() | theirs.keys()
                       if ours.get(path) != theirs.get(path))
    if different:
        sys.exit(f"seed {SEED}, {what}: not as a clean build: {different[:9]}")


def main():
    some = random.Random(SEED)
    counts = {"carried": 0, "unchanged": 0, "refused": 0, "made": 0}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        world = World(folder, some)
        out = folder / "out"
        for at in range(ROUNDS):
            edits = ([] if at == 0 else
                     [some.choice(EDITS) for _ in range(some.randrange(1, 3))])
            for edit in edits:
                edit(world)
            world.write()
            order = some.choice(ORDERS) if at % 3 == 2 else ["--all"]
            what = (f"round {at}, {[each.__name__ for each in edits]}, "
                    f"{' '.join(order)}")
            before = bytes_below(out) if out.exists() else {}
            done = build(folder / "county", out, *order)
            if done.returncode != 0:
                counts["refused"] += 1
                if done.returncode != 1 or at == 0:
                    sys.exit(f"{what}: {done.stderr}")
                if bytes_below(out) != before:
                    sys.exit(f"{what}: a build that failed wrote")
                world.noise.pop(("county", "own.yaml"), None)
                continue
            clean = folder / "clean"
            shutil.rmtree(clean, ignore_errors=True)
            if build(folder / "county", clean, *order).returncode != 0:
                sys.exit(f"{what}: the clean build failed")
            compare(out, clean, what)
            counts["unchanged" if "up to date" in done.stdout else
                   "carried" if "were not made again" in done.stdout else
                   "made"] += 1
    print(counts)
    if ROUNDS >= 20 and not all(counts.values()):
        sys.exit(f"some way of building was never met: {counts}")


main()
