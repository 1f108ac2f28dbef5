#!/usr/bin/env python3
"""Tried as an office would: a workbook is opened in LibreOffice, three cells
are changed, it is saved as xlsx, and `sync --apply` changes three lines."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import office

SKIP = 77

def run(*command, expect=0):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != expect:
        sys.exit(f'{" ".join(map(str, command))}: {done.returncode}\n'
                 f'{done.stdout}{done.stderr}')
    return done.stdout


def saved_by_libreoffice(soffice, path, folder):
    """The workbook as LibreOffice writes it after opening it."""
    profile = folder / 'profile'
    out = folder / 'saved'
    run(soffice, f'-env:UserInstallation=file://{profile}', '--headless',
        '--convert-to', 'xlsx', '--outdir', str(out), str(path))
    return out / path.name


def changed_lines(before, after):
    """The lines of a tree of files that were replaced, by file."""
    changed = []
    for path in sorted(after.rglob('*.yaml')):
        old = (before / path.relative_to(after)).read_text().splitlines()
        new = path.read_text().splitlines()
        assert len(old) == len(new), path
        changed += [(was, now) for was, now in zip(old, new) if was != now]
    return changed


def main():
    catalog, source = sys.argv[1], pathlib.Path(sys.argv[2])
    soffice = shutil.which('soffice') or shutil.which('libreoffice')
    if not soffice:
        print('skipped: LibreOffice is not here')
        sys.exit(SKIP)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        tree = folder / 'catalog'
        shutil.copytree(source, tree)
        run(catalog, 'build', tree, '-f', 'xlsx', '-o', folder / 'out')
        book = folder / 'out' / 'catalog.xlsx'

        # Opened and saved, nothing else: nothing changes.
        same = saved_by_libreoffice(soffice, book, folder)
        run(catalog, 'verify', same)
        run(catalog, 'sync', same, tree, '--apply')
        assert changed_lines(source, tree) == []

        # Three cells.
        cells = office.cells(book, '义务教育')
        row = next(at[1:] for at, text in cells.items()
                   if at.startswith('C') and text == '规范性文件')
        assert cells[f'F{row}'].startswith('信息形成')
        edited = folder / 'edited.xlsx'
        office.edit(book, edited, {'义务教育': {
            f'C{row}': '规范性文件和解读',
            f'F{row}': '信息形成或者变更之日起10个工作日内',
            f'N{row}': '√',
        }})
        edited = saved_by_libreoffice(soffice, edited, folder)
        run(catalog, 'verify', edited, expect=1)
        run(catalog, 'sync', edited, tree)
        assert changed_lines(source, tree) == [], 'a preview writes nothing'
        run(catalog, 'sync', edited, tree, '--apply')
        lines = changed_lines(source, tree)
        assert len(lines) == 3, lines
        assert '规范性文件和解读' in lines[0][1], lines
        assert '10个工作日' in lines[1][1], lines
        assert 'levels: [county, town]' in lines[2][1], lines
        run(catalog, 'check', tree)

        # Once more: there is nothing left to do.
        run(catalog, 'sync', edited, tree, '--apply')
        assert changed_lines(source, tree) == lines
    print('three cells made three lines')


main()
