"""Catalogs made from a generated one: with places below it, and counties on
top of it. The same arguments give the same bytes."""

import re
import shutil

PROVINCE = 33


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def places(source, target, count):
    """The catalog `source` for a county with `count` places in all: itself,
    its towns, and up to 24 villages under each; all of them hold all items."""
    shutil.rmtree(target, ignore_errors=True)
    for path in sorted(source.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"(?m)^    levels: .*$",
                      "    levels: [county, town, village]", text)
        text = re.sub(r'(?m)^  date: .*$', r'\g<0>\n  jurisdiction: "330304"',
                      text)
        write(target / path.relative_to(source), text)
    lines = ['  - {code: "330304", name: 测试县, level: county}']
    for place in range(count - 1):
        town = f"330304{place // 25 + 1:03}"
        village = place % 25
        if village == 0:
            lines.append(f'  - {{code: "{town}", name: 测试{place // 25 + 1}街道,'
                         ' level: town, kind: street, under: "330304"}')
        else:
            lines.append(f'  - {{code: "{town}{village:03}", name: '
                         f'测试{place // 25 + 1}街道{village}社区, level: village, '
                         f'kind: community, under: "{town}"}}')
    write(target / "jurisdictions.yaml",
          "jurisdictions:\n" + "\n".join(lines) + "\n")


def counties(source, target, count):
    """`source` as target/base, and `count` counties that extend it below
    target/counties: each names its own offices, shortens the limit of 20 items
    and adds an element to 20."""
    shutil.rmtree(target, ignore_errors=True)
    roles, limited = [], []
    for path in sorted(source.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        roles += re.findall(r"id: (\S+)-authority, name: (\S+)主管部门", text)
        text = text.replace("主管部门}", "主管部门, generic: true}")
        limited += re.findall(r"(?m)^  - id: (\S+)$(?:\n    .*)*?"
                              r"\n    timing: 信息形成或者变更之日起20个", text)
        write(target / "base" / path.relative_to(source), text)
    for county in range(count):
        code = f"{PROVINCE}{county // 20 + 1:02}{county % 20 + 1:02}"
        name = f"测试{county + 1}县"
        folder = target / "counties" / code
        write(folder / "catalog.yaml",
              f"catalog:\n  id: county-{code}\n"
              f"  title: {name}基层政务公开标准目录\n  version: \"1\"\n"
              f"  date: 2026-01-15\n  jurisdiction: \"{code}\"\n"
              f"  extends: ../../base\n  outputs: [xlsx, html, json, csv]\n"
              f"jurisdictions:\n  - {{code: \"{code}\", name: {name}, "
              f"level: county}}\n")
        write(folder / "bind.yaml", "bind:\n" + "".join(
            f"  {role}-authority: {{name: {name}{domain}局}}\n"
            for role, domain in roles))
        step = max(1, len(limited) // 20)
        mine = limited[county % step::step][:20]
        write(folder / "adjust.yaml", "adjust:\n" + "".join(
            f"  - item: {item}\n"
            f"    timing: 信息形成或者变更之日起{5 + county % 10}个工作日内\n"
            f"    content: {{add: [{name}联系方式]}}\n"
            f"    reason: 提速增项\n" for item in mine))
