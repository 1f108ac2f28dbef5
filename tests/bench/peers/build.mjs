// build.mjs TREE SCHEMA OUT FORMAT…: what an office's own script would do.
//
// Reads a catalog with js-yaml, validates it with ajv, follows the names, and
// writes xlsx (exceljs), html (template strings), json and csv: a sheet, a page
// and a table a domain. With places in the catalog it writes an edition for
// each, into OUT/CODE. Without FORMAT it only reads and validates. The other
// half of the comparison is build.py: keep the two alike.
//
// NODE_MODULES names the folder of the packages.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.resolve(process.env.NODE_MODULES, 'x.js'));
const yaml = require('js-yaml');

const HEAD = [
  ['序号', null, 5], ['公开事项', '一级事项', 11],
  ['公开事项', '二级事项', 14], ['公开内容（要素）', null, 31],
  ['公开依据', null, 35], ['公开时限', null, 16], ['公开主体', null, 14],
  ['公开渠道和载体', null, 26], ['公开对象', '全社会', 6],
  ['公开对象', '特定群体', 10], ['公开方式', '主动', 6],
  ['公开方式', '依申请', 6], ['公开层级', '县级', 6],
  ['公开层级', '乡级', 6], ['监督渠道', null, 13],
];
const WIDTHS = HEAD.map(([, , width]) => width);
const CENTRED = new Set([0, 8, 10, 11, 12, 13]);

// ---- reading ---------------------------------------------------------------

function filesBelow(tree) {
  return fs.readdirSync(tree, { recursive: true })
    .filter((name) => name.endsWith('.yaml')).sort()
    .map((name) => path.join(tree, name));
}

function read(tree, schemaFile) {
  const Ajv = require('ajv/dist/2020').default;
  const schema = JSON.parse(fs.readFileSync(schemaFile, 'utf8'));
  const ajv = new Ajv({ allErrors: true, strict: false,
    validateFormats: false });
  const validate = ajv.compile(schema);
  const catalog = { items: [] };
  let wrong = 0;
  for (const file of filesBelow(tree)) {
    // The core schema leaves dates the text that they are.
    const part = yaml.load(fs.readFileSync(file, 'utf8'),
      { schema: yaml.CORE_SCHEMA });
    if (!validate(part))
      for (const error of validate.errors) {
        console.log(`${file}: ${error.instancePath}: ${error.message}`);
        ++wrong;
      }
    const { defaults = {}, items = [], ...sections } = part;
    for (const item of items) catalog.items.push({ ...defaults, ...item });
    for (const [name, section] of Object.entries(sections))
      catalog[name] ??= section;
  }
  if (wrong) process.exit(1);
  return catalog;
}

// ---- what is printed -------------------------------------------------------

function numeral(number) {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return digits[ones];
  return (tens > 1 ? digits[tens] : '') + '十' + (ones ? digits[ones] : '');
}

class Registers {
  constructor(catalog) {
    const byId = (name) => new Map(catalog[name].map((x) => [x.id, x]));
    this.laws = byId('laws');
    this.bodies = byId('bodies');
    this.channels = byId('channels');
    this.domains = byId('domains');
    this.supervision = catalog.catalog.supervision;
  }

  known(register, id) {
    const found = this[register].get(id);
    if (!found) throw new Error(`${id} is not known`);
    return found;
  }

  citation(text) {
    const [id, article = ''] = text.split(' ');
    const law = this.known('laws', id);
    const printed = article.replace(/\d+/, (digits) => numeral(+digits));
    return `《${law.title}》（${law.number}）${printed}`;
  }

  content(entry) {
    if (typeof entry === 'string') return entry;
    return entry.text + '：' + (entry.parts ?? []).join('、');
  }

  ticked(entries) {
    const ids = new Set();
    for (const entry of entries)
      for (const id of typeof entry === 'string' ? [entry] : entry['any-of']) {
        this.known('channels', id);
        ids.add(id);
      }
    return ids;
  }

  // The cells of one row of the official table.
  row(number, item) {
    const ticked = this.ticked(item.channels);
    const group = item.audience ?? 'public';
    const isPublic = group === 'public';
    const mode = item.mode ?? 'proactive';
    const tick = (isSo) => (isSo ? '√' : '');
    return [
      number, item.name[0], item.name[1] ?? '',
      item.content.map((each) => this.content(each)).join('\n'),
      item.basis.map((each) => this.citation(each)).join('\n'),
      item.timing, this.known('bodies', item.body).name,
      Array.from(this.channels.values(),
        (each) => (ticked.has(each.id) ? '■' : '□') + each.name).join('\n'),
      tick(isPublic), isPublic ? '' : '√\n' + group.group,
      tick(mode === 'proactive'), tick(mode === 'on-request'),
      tick(item.levels.includes('county')), tick(item.levels.includes('town')),
      '电话：' + this.supervision.phone,
    ];
  }

  // The item with its names followed, for other programs.
  resolved(item) {
    const ticked = this.ticked(item.channels);
    const isPublic = (item.audience ?? 'public') === 'public';
    return {
      ...item,
      basis: item.basis.map((each) =>
        ({ law: each.split(' ')[0], text: this.citation(each) })),
      body: [{ id: item.body, name: this.known('bodies', item.body).name }],
      channels: Array.from(this.channels.values())
        .filter((each) => ticked.has(each.id))
        .map(({ id, name }) => ({ id, name })),
      audience: { public: isPublic,
        groups: isPublic ? [] : [item.audience.group] },
      mode: [item.mode ?? 'proactive'],
      supervision: this.supervision,
    };
  }
}

// A table a domain.
function tablesOf(registers, items) {
  const byDomain = new Map(Array.from(registers.domains.keys(), (id) =>
    [id, []]));
  for (const item of items) byDomain.get(item.domain).push(item);
  return Array.from(byDomain).filter(([, group]) => group.length)
    .map(([domain, group]) => ({
      domain, name: registers.domains.get(domain).name,
      rows: group.map((item, i) => registers.row(i + 1, item)),
    }));
}

// ---- outputs ---------------------------------------------------------------

// First and last index of each run of rows with the same first level.
function runs(rows) {
  const found = [];
  let start = 0;
  for (let i = 1; i <= rows.length; ++i)
    if (i === rows.length || rows[i][1] !== rows[start][1]) {
      found.push([start, i - 1]);
      start = i;
    }
  return found;
}

function columnsWide(text) {
  let columns = 0;
  for (let i = 0; i < text.length; ++i)
    columns += text.charCodeAt(i) < 128 ? 1 : 2;
  return columns;
}

function height(row) {
  let most = 1;
  for (let i = 3; i < 8; ++i) {
    let lines = 0;
    for (const line of row[i].split('\n'))
      lines += Math.ceil(columnsWide(line) / WIDTHS[i]) || 1;
    most = Math.max(most, lines);
  }
  return Math.min(409, 12.5 * most + 4);
}

const thin = { style: 'thin' };
const border = { top: thin, left: thin, bottom: thin, right: thin };
const left = { font: { name: '宋体', size: 9 }, border,
  alignment: { wrapText: true, vertical: 'middle' } };
const centred = { ...left,
  alignment: { ...left.alignment, horizontal: 'center' } };
const head = { ...centred, font: { name: '黑体', size: 10.5 },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E6' } } };
const big = { font: { name: '黑体', size: 18 },
  alignment: { horizontal: 'center', vertical: 'middle' } };
const STYLES = HEAD.map((_, i) => (CENTRED.has(i) ? centred : left));

function writeHead(sheet) {
  HEAD.forEach(([top, below], i) => {
    const first = i === 0 || HEAD[i - 1][0] !== top;
    sheet.getCell(2, i + 1).style = head;
    sheet.getCell(3, i + 1).style = head;
    if (first) sheet.getCell(2, i + 1).value = top;
    if (below) sheet.getCell(3, i + 1).value = below;
    if (!below) sheet.mergeCells(2, i + 1, 3, i + 1);
    else if (first)
      sheet.mergeCells(2, i + 1, 2,
        HEAD.findLastIndex(([each]) => each === top) + 1);
  });
}

function writeSheet(book, { name, rows }) {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 3, ySplit: 3 }],
    pageSetup: { paperSize: 8, orientation: 'landscape', fitToPage: true,
      fitToWidth: 1, fitToHeight: 0, printTitlesRow: '2:3' },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  });
  sheet.columns = WIDTHS.map((width) => ({ width }));
  sheet.autoFilter = { from: { row: 3, column: 1 },
    to: { row: rows.length + 3, column: HEAD.length } };
  const title = sheet.getCell(1, 1);
  title.value = `${name}领域基层政务公开标准目录`;
  title.style = big;
  sheet.getRow(1).height = 30;
  sheet.mergeCells(1, 1, 1, HEAD.length);
  writeHead(sheet);
  for (const [first, last] of runs(rows)) {
    for (let i = first; i <= last; ++i) {
      const row = sheet.getRow(i + 4);
      row.height = height(rows[i]);
      for (let j = 0; j < HEAD.length; ++j) {
        const cell = row.getCell(j + 1);
        cell.value = rows[i][j] === '' ? null : rows[i][j];
        cell.style = STYLES[j];
      }
    }
    if (last > first) sheet.mergeCells(first + 4, 2, last + 4, 2);
    // The rows so far go to the file, so that memory stays small.
    sheet.getRow(last + 4).commit();
  }
  sheet.commit();
}

async function writeXlsx(title, tables, out) {
  const ExcelJS = require('exceljs');
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path.join(out, 'catalog.xlsx'), useStyles: true,
    useSharedStrings: true,
  });
  const index = book.addWorksheet('索引');
  index.columns = [{ width: 40 }, {}];
  index.getCell(1, 1).value = title;
  index.getCell(1, 1).style = big;
  tables.forEach(({ name, rows }, i) => {
    index.getCell(i + 2, 1).value = { text: name, hyperlink: `#'${name}'!A1` };
    index.getCell(i + 2, 2).value = rows.length;
  });
  index.commit();
  for (const table of tables) writeSheet(book, table);
  await book.commit();
}

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;',
  "'": '&#39;' };
const text = (value) =>
  String(value).replace(/[&<>"']/g, (each) => escapes[each]);
const lines = (value) => text(value).replaceAll('\n', '<br>');

function page(title, { domain, name, rows }) {
  const spans = new Map(runs(rows).map(([first, last]) =>
    [first, last - first + 1]));
  const tops = HEAD.map(([top, below], i) => {
    if (!below) return `<th rowspan="2" scope="col">${top}</th>`;
    if (HEAD[i - 1][0] === top) return '';
    const columns = HEAD.filter(([each]) => each === top).length;
    return `<th colspan="${columns}" scope="col">${top}</th>`;
  }).join('');
  const below = HEAD.filter(([, each]) => each)
    .map(([, each]) => `<th scope="col">${each}</th>`).join('');
  const body = rows.map((row, i) => {
    const cells = row.map((cell, j) => {
      if (j !== 1) return `<td>${lines(cell)}</td>`;
      if (!spans.has(i)) return '';
      return `<th scope="rowgroup" rowspan="${spans.get(i)}">${
        text(cell)}</th>`;
    }).join('');
    return `<tr id="${text(domain)}-${row[0]}">${cells}</tr>\n`;
  }).join('');
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${text(name)} - ${text(title)}</title>
<link rel="stylesheet" href="../site.css"></head>
<body>
<header><a href="../index.html">${text(title)}</a></header>
<main><h1>${text(name)}领域基层政务公开标准目录</h1>
<table>
<thead>
<tr>${tops}</tr>
<tr>${below}</tr>
</thead>
<tbody>
${body}</tbody>
</table></main>
</body>
</html>
`;
}

function writeHtml(title, tables, out) {
  fs.mkdirSync(path.join(out, 'domains'), { recursive: true });
  fs.writeFileSync(path.join(out, 'site.css'),
    'table{border-collapse:collapse}td,th{border:1px solid;padding:.3em}\n');
  const list = tables.map(({ domain, name, rows }) =>
    `<li><a href="domains/${text(domain)}.html">${text(name)}</a> ${
      rows.length}</li>\n`).join('');
  fs.writeFileSync(path.join(out, 'index.html'), `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${text(title)}</title>
<link rel="stylesheet" href="site.css"></head>
<body><main><h1>${text(title)}</h1><ul>
${list}</ul></main></body>
</html>
`);
  for (const table of tables)
    fs.writeFileSync(path.join(out, 'domains', `${table.domain}.html`),
      page(title, table));
}

function writeCsv(tables, out) {
  fs.mkdirSync(path.join(out, 'csv'), { recursive: true });
  const quoted = (cell) => {
    const value = String(cell);
    return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  };
  const names = HEAD.map(([top, below]) => (below ? `${top}/${below}` : top));
  for (const { domain, rows } of tables)
    fs.writeFileSync(path.join(out, 'csv', `${domain}.csv`), '\ufeff' +
      [names, ...rows].map((row) => row.map(quoted).join(',') + '\r\n')
        .join(''));
}

function writeJson(catalog, registers, items, out) {
  fs.writeFileSync(path.join(out, 'catalog.json'), JSON.stringify({
    catalog: catalog.catalog, domains: catalog.domains,
    items: items.map((item) => registers.resolved(item)), laws: catalog.laws,
    bodies: catalog.bodies, channels: catalog.channels,
    taxonomies: catalog.taxonomies,
  }, null, 1));
}

async function write(catalog, registers, items, out, formats) {
  fs.mkdirSync(out, { recursive: true });
  const title = catalog.catalog.title;
  const tables = tablesOf(registers, items);
  if (formats.includes('xlsx')) await writeXlsx(title, tables, out);
  if (formats.includes('html')) writeHtml(title, tables, out);
  if (formats.includes('csv')) writeCsv(tables, out);
  if (formats.includes('json')) writeJson(catalog, registers, items, out);
}

const [tree, schema, out, ...formats] = process.argv.slice(2);
const catalog = read(tree, schema);
const registers = new Registers(catalog);
if (formats.length === 0) {
  // Read and validated, and that is all.
} else if (!catalog.jurisdictions) {
  await write(catalog, registers, catalog.items, out, formats);
} else {
  for (const place of catalog.jurisdictions) {
    const items = place.code === catalog.catalog.jurisdiction ? catalog.items
      : catalog.items.filter((each) => each.levels.includes(place.level));
    await write(catalog, registers, items, path.join(out, place.code), formats);
  }
}
