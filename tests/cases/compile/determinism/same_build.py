"""Compares two build manifests but for what the disk decides."""
import json
import sys


def plain(path):
    build = json.load(open(path))
    text = json.dumps(build, sort_keys=True)
    return {
        key: {name: each.get("hash", each) if isinstance(each, dict) else each
              for name, each in value.items()} if isinstance(value, dict)
        else value
        for key, value in json.loads(text).items()
    }


print(plain(sys.argv[1]) == plain(sys.argv[2]))
