"""to_json.py TREE COPY: the tree as JSON, for programs that read only that."""

import json
import pathlib
import shutil
import sys

import build
import yaml

tree, copy = map(pathlib.Path, sys.argv[1:])
shutil.rmtree(copy, ignore_errors=True)
for path in sorted(tree.rglob("*.yaml")):
    target = (copy / path.relative_to(tree)).with_suffix(".json")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(yaml.load(path.read_bytes(), build.Loader),
                                 ensure_ascii=False))
