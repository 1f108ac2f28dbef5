import json
import sys

found = json.load(sys.stdin)["diagnostics"]
for each in found:
    print(each["file"], each["line"], each["column"], each["code"])
codes = {each["code"] for each in found}
print(f"{len(found)} diagnostics of {len(codes)} kinds")
