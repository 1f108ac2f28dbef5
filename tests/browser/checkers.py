"""What finds fault with pages: axe-core in the browser, html-validate and the
Nu checker over the files. Each is fetched from npm where it can be."""

import json
import shutil
import subprocess

import npm

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
          "best-practice"]


def axe():
    """The script to run in a page, or None where it is not to be had."""
    package = npm.package("axe-core")
    return (package / "axe.min.js").read_text() if package else None


def faults(page, script):
    """What axe finds in the page that is open: rules and places."""
    page.ask(script + ";0")
    # Preloading would fetch the style sheets, which the pages forbid.
    return json.loads(page.ask(
        "axe.run(document, {preload: false, runOnly: %s}).then(r => JSON"
        ".stringify(r.violations.map(v => [v.id, v.nodes[0].html])))"
        % json.dumps(LEVELS)))


# Ids of the frame begin with `_`; `section` cannot be scrolled by keys; a
# telephone number is copied into dialling programs, which want its `-`.
RULES = {"root": True, "extends": ["html-validate:recommended"],
         "rules": {"doctype-style": "off", "long-title": "off",
                   "valid-id": ["error", {"relaxed": True}],
                   "unique-landmark": "off", "prefer-native-element": "off",
                   "tel-non-breaking": "off"}}


def html_validate(folder, files):
    """What html-validate says of files, or None where it is not to be had.
    Its rules are written to the folder."""
    package = npm.package("html-validate")
    if not package:
        return None
    rules = folder / ".htmlvalidate.json"
    rules.write_text(json.dumps(RULES))
    said = subprocess.run(
        ["node", package / "bin" / "html-validate.mjs", "--config", rules,
         *files], capture_output=True, text=True, cwd=folder)
    return said.stdout if said.returncode == 0 else said.stdout + said.stderr


def nu(files):
    """What the Nu checker says of files, or None where there is no Java or
    the checker is not to be had."""
    package = npm.package("vnu-jar") if shutil.which("java") else None
    jar = next(package.rglob("vnu.jar"), None) if package else None
    if not jar:
        return None
    # A file has no origin for it, so that a policy of 'self' admits nothing;
    # the browser, which counts the files beside a page, tells what it blocks.
    said = subprocess.run(
        ["java", "-jar", jar, "--stdout", "--format", "gnu", "--filterpattern",
         ".*violates Content Security Policy.* blocked by .*", *files],
        capture_output=True, text=True)
    return said.stdout if said.returncode in (0, 1) else (
        said.stdout + said.stderr)
