"""A catalog with a payload in every field that takes free text: found by
walking the schema of the source language, so that a new field is tried as soon
as it is there."""

import copy
import json

PAYLOADS = [
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1+1)", "=HYPERLINK(\"http://x\")", "|calc", "＝1+1", "＋1", "＠x", "－1",
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'onmouseover='alert(1)", "</script><script>alert(1)",
    "<svg/onload=alert(1)>", "</textarea></title><b>", "<!--", "]]><x>", "&amp;&lt;b&gt;", "&#60;b&#62;", "javascript:alert(1)",
    "{{7*7}}", "${7*7}", "`x`", "'; DROP TABLE items; --", "[x](javascript:alert(1))", "_x0041_", "\\u003cscript\\u003e",
    "\\", "\\\\\"", "%00%0a", "../../etc/passwd", "a,b;\"c\"", "x\u00a0y", "😀", "&", "<", "\"", "'"]

# Fields that other fields must agree with, or that mean something to the
# program; all else is found by the walk.
FRAME = {
    "catalog": {"id": "payload", "date": "2026-01-15", "jurisdiction": "330304", "outputs": ["xlsx", "html", "json", "csv"],
                "layout": "own", "site-lang": ["zh-CN", "en"], "extends": None, "schemas": None, "checks": {"wrong-tier-body": "off"}},
    "jurisdictions": [{"code": "330304", "level": "county"},
                      {"code": "330304001", "level": "town", "kind": "street", "under": "330304"}],
    "domains": [{"id": "first"}],
    "laws": [{"id": "law", "kind": "law", "issued": "2019-04-03", "effective": "2019-05-15", "articles": 56, "repealed": None,
              "expires": None, "scope": None, "former": [{"issued": "2007-04-05", "effective": "2008-05-01"}],
              "amended": None, "limits": [{"id": "proactive", "article": 26, "timing": "信息形成或者变更之日起20个工作日内"}]}],
    "bodies": [{"id": "bureau", "level": "county", "generic": False, "credit-code": None}],
    "channels": [{"id": "website", "standard": True, "domains": None}, {"id": "board", "standard": True, "domains": None}],
    "taxonomies": [{"id": "opens", "terms": [{"id": "decision", "under": None}]}],
    "elements": [{"id": "note-text", "type": "text", "taxonomy": None}, {"id": "note-list", "type": "list", "taxonomy": None},
                 {"id": "note-url", "type": "url", "taxonomy": None}, {"id": "note-phone", "type": "phone", "taxonomy": None}],
    "items": [{"id": "first/a", "domain": "first", "code": None, "after": None, "order": 1, "name": [0, 0, 0],
               "content": [0, {"text": 0, "parts": [0, 0]}, {"text": 0, "optional": True}], "basis": ["law", {"text": 0}, {"text": 0}],
               "timing": 0, "body": "bureau", "channels": ["website", {"any-of": ["board", "website"]}, {"optional": ["board"]}, {"other": 0}],
               "audience": ["public", {"group": 0}], "mode": "on-request", "levels": ["county", "town"], "only": None,
               "facets": {"opens": ["decision"]}, "duty": None, "related": ["first/b"], "flow": "flow", "replaces": None,
               "elements": {"note-text": 0, "note-list": [0, 0], "note-url": "https://x.example/?a=%22%3E'onload=alert(1)",
                            "note-phone": "12345"},
               "assumed": None, "waive": None, "review": {"every": "1 year", "last": "2025-11-01"}},
              {"id": "first/b", "domain": "first", "code": None, "after": None, "order": 2, "name": [0],
               "content": 0, "basis": [{"text": 0}], "timing": 0, "body": {"by-level": {"county": "bureau", "town": "bureau"}},
               "channels": ["website"], "audience": {"group": 0}, "mode": "proactive", "levels": ["county"], "only": None,
               "facets": None, "duty": None, "related": None, "flow": None, "replaces": None, "elements": None, "assumed": None,
               "waive": [{"rule": "uncited-item", "until": "2026-12-31", "approved": {"on": "2025-12-01"}}], "review": None,
               "en": {"name": [0], "content": [0]}}],
    "adjustments": [{"date": "2026-01-10", "items": ["first/a"], "approved": {"on": "2026-01-10"}}],
    "layouts": [{"id": "own", "title": 0, "paper": "A3", "sort": None, "columns": [
        {"title": "序号", "value": "number"}, {"title": 0, "columns": [{"title": 0, "value": "name.1", "merge": True},
                                                                       {"title": 0, "value": "name.2"}]},
        {"title": 0, "value": "content", "as": "lines"}, {"title": 0, "value": "basis", "as": "lines"},
        {"title": 0, "value": "timing"}, {"title": 0, "value": "body"}, {"title": 0, "value": "channels", "as": "boxes"},
        {"title": 0, "value": "audience.group"}, {"title": 0, "value": "note"}, {"title": 0, "value": "supervision"},
        {"title": 0, "value": "facets.opens"}, {"title": 0, "value": "element.note-text"},
        {"title": 0, "value": "element.note-list"}, {"title": 0, "value": "column"}, {"title": 0, "value": "flow"}]}],
    "views": [{"id": "view", "title": 0, "where": {"domain": "first"}, "group-by": "opens", "layout": "own"}],
    "flows": [{"id": "flow", "nodes": [{"id": "s", "kind": "start"}, {"id": "d", "kind": "decision"}, {"id": "e", "kind": "end"}],
               "edges": [{"from": "s", "to": "d"}, {"from": "d", "to": "e"}, {"from": "d", "to": "s"}]}],
    "documents": [{"id": "guide", "file": "guide.md"}],
    # Of overlays, and of machines.
    "defaults": None, "bind": None, "adopt": None, "adjust": None, "exclude": None, "waive": None, "seen": None, "calendar": None,
}

GUIDE = """# <script>alert(1)</script>

<img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a>

[x](javascript:alert(1)) [y](data:text/html,<script>alert(1)</script>) ![z](javascript:alert(1))
<javascript:alert(1)> [v](vbscript:x) [r]

[r]: javascript:alert(1) "'onmouseover=alert(1)"

<div onclick="alert(1)">

    <script>alert(1)</script>

```html"onload="x
</code><script>alert(1)</script>
```
"""


class Walk:
    """Gives every free text of an instance a payload, each with a number of its
    own at its end where there is room; `texts` are all that were planted."""

    def __init__(self, schema, payload_of):
        self.defs = schema["$defs"]
        self.schema = schema
        self.payload_of = payload_of
        self.texts = {}
        self.fields = set()

    def resolved(self, schema):
        while "$ref" in schema:
            schema = self.defs[schema["$ref"].rsplit("/", 1)[1]]
        return schema

    def text(self, schema, path):
        number = len(self.texts)
        planted = self.payload_of(number)
        tail = f" {number}"
        most = schema.get("maxLength", 100)
        text = planted[:most - len(tail)] + tail if most > len(tail) + 8 else planted[:most]
        self.texts[path] = text
        self.fields.add("".join(c for c in path if not c.isdigit()))
        return text

    @staticmethod
    def is_free(schema):
        return schema.get("type") == "string" and not {"pattern", "enum", "const", "format"} & schema.keys()

    def fits(self, schema, value):
        schema = self.resolved(schema)
        if isinstance(value, dict):
            known = schema.get("properties", {})
            return schema.get("type") == "object" and (value.keys() <= known.keys() or
                                                       not known and "additionalProperties" in schema)
        if isinstance(value, list):
            return schema.get("type") == "array"
        return self.is_free(schema) if value == 0 and value is not True else schema.get("type") != "object"

    def filled(self, schema, frame, path):
        """What stands there: the frame, and a text wherever one may be."""
        schema = self.resolved(schema)
        branches = schema.get("anyOf") or schema.get("oneOf")
        if branches:
            if frame is ...:
                branches = [each for each in branches if self.filled(each, ..., path) is not ...] or branches
                return self.filled(branches[0], ..., path)
            for each in branches:
                inner = self.resolved(each)
                if "anyOf" in inner or self.fits(each, frame):
                    found = self.filled(each, frame, path)
                    if found is not ...:
                        return found
            return frame
        kind = schema.get("type")
        if kind == "object" and (frame is ... or isinstance(frame, dict)):
            frame = {} if frame is ... else frame
            result = {}
            known = schema.get("properties", {})
            for name, below in known.items():
                inner = frame.get(name, ...)
                value = None if inner is None else self.filled(below, inner, f"{path}.{name}")
                if value is not ... and value is not None:
                    result[name] = value
            for name, inner in frame.items():
                if name not in known and inner is not None:
                    below = schema.get("additionalProperties")
                    result[name] = self.filled(below, inner, f"{path}.{name}") if isinstance(below, dict) else inner
            if not result or any(each not in result for each in schema.get("required", [])):
                return ...
            return result
        if kind == "array" and (frame is ... or isinstance(frame, list)):
            below = schema.get("items", True)
            entries = [...] if frame is ... else frame
            found = [self.filled(below, each, f"{path}.{i}") for i, each in enumerate(entries)]
            found = [each for each in found if each is not ...]
            return found or ...
        if self.is_free(schema) and (frame is ... or (frame == 0 and frame is not False)):
            return self.text(schema, path)
        return frame if frame is not ... else ...


def tree(schema_path, folder, payload_of):
    """Writes the catalog; the texts planted, and the fields that have one."""
    schema = json.loads(schema_path.read_text())
    walk = Walk(schema, payload_of)
    folder.mkdir()
    sections = {}
    for name, below in schema["properties"].items():
        frame = copy.deepcopy(FRAME.get(name, ...))
        value = None if frame is None else walk.filled(below, frame, name)
        if value is not ... and value is not None:
            sections[name] = value
    for name, value in sections.items():
        (folder / f"{name}.yaml").write_text(json.dumps({name: value}, ensure_ascii=False, indent=1) + "\n")
    (folder / "guide.md").write_text(GUIDE)
    return walk.texts, walk.fields
