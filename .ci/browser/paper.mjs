// What a printer gets: each page is printed to a PDF file, whose text and pages are read.
import { getDocumentProxy } from 'unpdf';
import { openTab } from './chromium.mjs';

const check = 'what is printed';
const onLargePaper = 'matrices too wide for A4';
const A4 = { width: 595, height: 842 };
const A3 = { width: 842, height: 1191 };
const mostOnA4 = 26; // columns of a matrix
const smallest = 7; // points, of anything in a table
const footer = 60; // points below the text of a page

// checkPaper prints the regions, the tables and some of the other pages.
export async function checkPaper(browser, site, report) {
  const tab = await openTab(browser);
  for (const page of site.pages.filter((name) => isPrinted(site, name))) {
    await tab.goto(new URL(page, site.url).href, { waitUntil: 'load' });
    const shown = await tab.evaluate(readPage);
    const sheets = await print(tab);
    report.looked(check);
    if (shown.columns > mostOnA4) report.looked(onLargePaper);
    const fail = (rule, message) => report.fail({ check, page, rule, message });
    for (const look of looks) look({ page, shown, sheets, fail });
  }
  await tab.browserContext().close();
}

// isPrinted leaves out pages that others are like.
function isPrinted(site, page) {
  return !page.includes('/') || page.startsWith('regions/') || page.startsWith('countries/');
}

const looks = [
  function regionsAreBriefs({ page, sheets, fail }) {
    if (page.startsWith('regions/') && sheets.length > 2) fail('brief', `it takes ${sheets.length} sheets of paper, not two`);
  },
  function regionsHaveSources({ page, shown, sheets, fail }) {
    const text = sheets.map((sheet) => sheet.text).join('');
    for (const wanted of page.startsWith('regions/') ? [...shown.paper, ...shown.sources] : shown.paper) {
      if (!text.includes(packed(wanted))) fail('foot', `paper has no "${wanted}"`);
    }
  },
  function restsAreCounted({ shown, sheets, fail }) {
    const text = sheets.map((sheet) => sheet.text).join('');
    for (const { rest, last } of shown.folded) {
      if (!text.includes(packed(rest))) fail('folded', `a list ends without "${rest}"`);
      if (text.includes(packed(rest) + packed(last))) fail('folded', `"${last}" follows "${rest}"`);
    }
  },
  function sheetsAreFull({ page, sheets, fail }) {
    const first = sheets[0];
    const lowest = Math.min(...first.items.filter((item) => item.y > footer / 2).map((item) => item.y));
    if (page.startsWith('regions/') && sheets.length > 1 && lowest > first.height / 4) fail('full', `the first sheet is empty below ${Math.round(first.height - lowest)} points`);
  },
  function headsComeAgain({ shown, sheets, fail }) {
    for (const { heads, rows } of shown.tables) {
      sheets.forEach((sheet, i) => {
        const missing = heads.filter((head) => !sheet.text.includes(packed(head)));
        const found = rows.filter((row) => sheet.words.has(row)).length;
        if (found > 1 && missing.length > 0) fail('heads', `sheet ${i + 1} has ${found} rows without the heads ${missing.join(', ')}`);
        if (heads.length > 3 && found === 0 && missing.length === 0) fail('heads', `sheet ${i + 1} has the heads of a table alone`);
      });
    }
  },
  function nothingIsCut({ sheets, fail }) {
    sheets.forEach((sheet, i) => {
      const out = sheet.items.find((item) => item.x < -1 || item.right > sheet.width + 1);
      if (out) fail('width', `sheet ${i + 1} cuts off "${out.str}"`);
      if (Math.min(sheet.width, sheet.height) < A4.width - 2) fail('size', `sheet ${i + 1} is ${sheet.width} by ${sheet.height} points`);
    });
  },
  function wideMatricesHaveLargePaper({ shown, sheets, fail }) {
    if (shown.columns <= mostOnA4) return;
    sheets.forEach(({ width, height }, i) => {
      if (width < A3.height - 2) fail('large', `sheet ${i + 1} of a matrix of ${shown.columns} columns is ${width} by ${height} points`);
    });
  },
  function tablesAreReadable({ shown, sheets, fail }) {
    if (shown.tables.length === 0) return;
    const words = new Set(shown.tables.flatMap((table) => [...table.rows, ...table.cells]));
    shown.onMaps.forEach((word) => words.delete(word));
    for (const item of sheets.flatMap((sheet) => sheet.items)) {
      if (words.has(item.str) && item.size < smallest) fail('size of text', `"${item.str}" is ${item.size.toFixed(1)} points high`);
    }
  },
  function nothingIsToBePressed({ shown, sheets, fail }) {
    for (const label of shown.controls) {
      if (sheets.some((sheet) => sheet.words.has(label))) fail('controls', `paper shows "${label}"`);
    }
  },
];

// readPage takes from an open page what its print is asked for; it runs in the browser.
function readPage() {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const text = (element) => element.textContent.trim();
  return {
    paper: all('main + .paper').map(text),
    sources: all('.sources li').map((item) => text(item).slice(0, 40)),
    folded: all('li.paper').map((item) => ({ rest: text(item), last: text(item.nextElementSibling.querySelector('.what, span') ?? item.nextElementSibling) })),
    columns: Math.max(0, ...all('.matrix thead tr').map((row) => row.cells.length)),
    tables: all('table[data-sort]').map((table) => ({
      heads: all('thead tr:first-child th', table).map((head) => text(head.querySelector('.col, span') ?? head)),
      rows: all('tbody tr', table).map((row) => text(row.querySelector('.code') ?? row.firstElementChild)),
      cells: all('td', table).map(text).filter((word) => word.length > 1),
    })),
    onMaps: all('svg text').map(text),
    controls: all('fieldset.views legend, .as label, .ask .name, [data-do]').map(text).filter((label) => label.length > 3),
  };
}

// print gives the sheets of the open page, each with its pieces of text.
async function print(tab) {
  const file = await getDocumentProxy(new Uint8Array(await tab.pdf({ preferCSSPageSize: true })));
  const sheets = [];
  for (let number = 1; number <= file.numPages; number++) sheets.push(await readSheet(await file.getPage(number)));
  return sheets;
}

async function readSheet(page) {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const pieces = items.filter((item) => item.str.trim()).map(piece);
  return { width, height, items: pieces, text: packed(items.map((item) => item.str).join('')), words: new Set(pieces.map((item) => item.str)) };
}

function piece({ str, width, height, transform: [a, b, , , x, y] }) {
  const upright = Math.abs(b) < Math.abs(a);
  return { str: str.trim(), x, y, right: upright ? x + width : x, size: Math.hypot(a, b) || height };
}

// packed is a text without its blanks, which paper breaks anywhere.
function packed(text) {
  return text.replace(/\s+/gu, '');
}
