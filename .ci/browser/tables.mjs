// Questions that readers bring to the tables, answered in a browser: in at most three actions, and as the page without
// scripts says it in words.
import { sitDown } from './drive.mjs';

const mostActions = 3;

// questions are what is asked, by the name that the report gives; each asks through the reader and calls want(sentence,
// found, wanted) for what must hold. plain is a reader without scripts.
const questions = {
  'Which regions are in both ERRIN and CEBR?': async (reader, want, plain) => {
    const both = await plainRows(plain, 'memberships.html', ['ERRIN', 'CEBR'], ['yes', 'part']);
    await reader.open('memberships.html');
    await reader.click('input[value=errin]');
    await reader.click('input[value=cebr]');
    want('the rows left', await shownRows(reader), both);
    want('some rows are left', both.length > 0, true);
    want('the sentence says how many', (await sentence(reader)).startsWith(`${both.length} of `), true);
    want('the address', await hash(reader), '#yes=errin,cebr');
    await reader.click('[data-do=columns]');
    want('only these columns', await reader.look(() => document.querySelector('tbody tr:not([hidden])').innerText.match(/yes|part/g).length), 2);
  },
  'Which regions of Poland hold a membership of ERRIN?': async (reader, want, plain) => {
    const members = await plainRows(plain, 'memberships.html', ['ERRIN'], ['yes', 'part']);
    const polish = await plain.look(() => [...document.querySelectorAll('tbody .code')].map((code) => code.textContent).filter((code) => code.startsWith('PL')));
    await reader.open('memberships.html');
    await reader.choose('#asks select', 'pl');
    await reader.click('input[value=errin]');
    want('the rows left', await shownRows(reader), members.filter((code) => polish.includes(code)));
    want('who does not say is counted', /Not reported by \d+ more/.test(await sentence(reader)), true);
  },
  'Whose policies cover e-health and data infrastructure?': async (reader, want, plain) => {
    const both = await plainRows(plain, 'topics.html', ['E-health', 'Data infrastructure'], ['yes']);
    await reader.open('topics.html');
    await reader.click('input[value=e-health]');
    await reader.click('input[value=data-infrastructure]');
    want('the rows left', await shownRows(reader), both);
  },
  'Who rated the need for skills highest?': async (reader, want, plain) => {
    const rated = await plainRows(plain, 'self-evaluation.html', ['Need for skills'], ['High', 'Very high']);
    await reader.open('self-evaluation.html');
    await reader.click(`thead th:nth-child(${1 + (await column(reader, 'Need for skills'))}) button`);
    want('the first rows', (await shownRows(reader)).slice(0, rated.length).sort(), rated);
    want('not reported is last', await reader.look((at) => document.querySelector('tbody tr:last-child').cells[at].dataset.value, await column(reader, 'Need for skills')), '');
  },
  'Which regions have gaps in both their codes and their strategy?': async (reader, want, plain) => {
    const gaps = await plain.open('gaps.html').then(() => rowsWhere(plain, ['Codes', 'Strategy'], ['filled'], false));
    await reader.open('gaps.html');
    await reader.click('input[value=codes]');
    await reader.click('input[value=strategy]');
    want('the rows left', await shownRows(reader), gaps);
  },
  'What is known of one answer, beyond its word?': async (reader, want) => {
    await reader.open('memberships.html');
    const at = await reader.look(() => {
      const cell = [...document.querySelectorAll('td[data-detail]')].find((one) => one.dataset.value !== '' && one.parentNode.dataset.sources);
      cell.id = 'asked';
      return { detail: cell.dataset.detail, sources: cell.dataset.sources ?? cell.parentNode.dataset.sources, region: cell.parentNode.querySelector('a').textContent };
    });
    await reader.hover('#asked');
    const told = await reader.look(() => document.getElementById('told').textContent);
    for (const part of Object.values(at)) want(`the line says “${part}”`, told.includes(part), true);
    await reader.click('#asked');
    want('a click keeps the line and its link', await reader.look(() => new URL(document.querySelector('#told a').href).hash), '#memberships');
  },
  'Can all of it be done by keyboard?': async (reader, want) => {
    await reader.open('memberships.html');
    await reader.look(() => document.querySelector('input[value=errin]').focus());
    await reader.press(' ');
    want('a box', await hash(reader), '#yes=errin');
    await reader.look(() => document.querySelector('th[data-key=total] button').focus());
    await reader.press('Enter');
    want('a head', await hash(reader), '#yes=errin&sort=-total');
    await reader.look(() => document.querySelector('tbody td[tabindex="0"]').focus());
    await reader.press('ArrowRight', 'ArrowRight', 'ArrowDown');
    want('arrows walk', await reader.look(() => [document.activeElement.cellIndex, [...document.querySelectorAll('tbody tr:not([hidden])')].indexOf(document.activeElement.parentNode)]), [3, 1]);
    const name = await reader.look(() => document.activeElement.parentNode.querySelector('a').textContent);
    want('the line follows', await reader.look(() => document.querySelector('#told strong').textContent.split(',')[0]), name);
    await reader.press('End');
    want('End goes to the last cell', await reader.look(() => document.activeElement === document.activeElement.parentNode.lastElementChild), true);
    const link = () => reader.look(() => document.querySelector('#told a') !== null);
    for (let rows = 0; rows < 20 && !(await link()); rows++) await reader.press('ArrowDown');
    await reader.press('Enter');
    want('Enter goes to the link', await reader.look(() => document.activeElement.closest('#told') !== null), true);
    await reader.press('Escape', 'Home');
    want('Escape comes back, Home goes to the first cell', await reader.look(() => document.activeElement.cellIndex), 1);
  },
  'Does the address hold the whole choice?': async (reader, want) => {
    await reader.open('memberships.html#foo=1&yes=errin,bar&country=be');
    const lost = () => reader.look(() => document.querySelector('#asks .lost').textContent);
    want('what is unknown is named', /foo=1.*yes=bar/.test(await lost()), true);
    const rows = await shownRows(reader);
    await reader.click('input[value=cebr]');
    want('what is unknown is kept', await hash(reader), '#foo=1&yes=errin,cebr,bar&country=be');
    await reader.reload();
    want('reload keeps it', await reader.look(() => [...document.querySelectorAll('.choices input:checked')].map((box) => box.value)), ['cebr', 'errin']);
    await reader.back();
    want('back goes back one choice', await hash(reader), '#foo=1&yes=errin,bar&country=be');
    want('with its rows', await shownRows(reader), rows);
    await reader.look(() => document.querySelector('.skip').click());
    want('a link within the page takes no choice away', [await hash(reader), await shownRows(reader)], ['#foo=1&yes=errin,bar&country=be', rows]);
    await reader.click('[data-do=clear]');
    want('starting again leaves nothing', [await hash(reader), await lost()], ['', '']);
  },
  'What if no region answers?': async (reader, want) => {
    await reader.open('memberships.html#yes=nspa,danube');
    want('no row', await shownRows(reader), []);
    want('and words for it', /No region answers all of this/.test(await sentence(reader)), true);
  },
  'Which region of the index is Oulu, and which is the largest?': async (reader, want) => {
    await reader.open('index.html');
    const before = await reader.look(() => history.length);
    await reader.type('#asks input', 'oulu');
    want('by another name', await shownRows(reader), ['FI1D']);
    want('typing makes no entries in the history', await reader.look(() => history.length), before);
    want('the address', await hash(reader), '#find=oulu');
    await reader.open('index.html');
    await reader.click('th[data-key=population] button');
    const numbers = await reader.look(() => [...document.querySelectorAll('tbody tr')].map((row) => row.querySelectorAll('td.number')[0].dataset.value));
    const known = numbers.filter((text) => text !== '').map(Number);
    want('the highest first', known, [...known].sort((a, b) => b - a));
    want('what is not reported last', numbers.slice(known.length).every((text) => text === ''), true);
    want('the address', await hash(reader), '#sort=-population');
  },
  'Which members of ERRIN are the most populous? (finder)': async (reader, want) => {
    await reader.open('find.html#errin=yes&population=0-');
    await reader.click('th[data-key=population] button');
    const numbers = () => reader.look(() => [...document.querySelectorAll('#finder tbody tr')].map((row) => Number(row.lastElementChild.textContent.replaceAll(',', ''))));
    const found = await numbers();
    want('the highest first', found, [...found].sort((a, b) => b - a));
    want('the address', await hash(reader), '#errin=yes&population=0-&sort=-population');
    await reader.reload();
    want('reload keeps it', await numbers(), found);
    await reader.back();
    want('back goes back', await hash(reader), '#errin=yes&population=0-');
  },
  'Do digits stand under digits of the same worth?': async (reader, want) => {
    for (const page of ['index.html', 'countries/fi.html']) {
      await reader.open(page);
      const columns = await reader.look(wholeEdges);
      for (const [name, edges] of Object.entries(columns)) {
        want(`${page}, ${name}: whole numbers end at one place`, Math.max(...edges) - Math.min(...edges) < 1, true);
      }
      want(`${page}: columns looked at`, Object.keys(columns).length >= 3, true);
    }
  },
  'Does a reader at 200 % see more than a few rows?': async (reader, want) => {
    await reader.open('memberships.html', { width: 640, height: 450 });
    await reader.scrollTo(900);
    const seen = await reader.look(rowsInSight);
    want(`the head and eight rows, not ${seen.rows}`, seen.head && seen.rows >= 8, true);
    want('no box scrolls up and down', seen.nested, false);
  },
  'What does a phone show of a matrix?': async (reader, want) => {
    await reader.open('memberships.html', { width: 390, height: 844 });
    await reader.scrollTo(1200);
    await reader.look(() => { document.querySelector('.frame > .scroll').scrollLeft = 300; });
    await reader.scrollTo(1250);
    const seen = await reader.look(rowsInSight);
    want('its head', seen.head, true);
    want('the names of the rows', seen.names, true);
    want('no sideways scrolling of the page', seen.wide, false);
    want('the heads above their columns', seen.off < 1, true);
    await reader.look(() => document.querySelector('.headbar input[value=errin]').click());
    want('a box of the copied head', await hash(reader), '#yes=errin');
  },
  'What is there without scripts?': async (reader, want, plain) => {
    for (const page of ['memberships.html', 'topics.html', 'self-evaluation.html', 'gaps.html', 'index.html']) {
      await plain.open(page);
      const seen = await plain.look(() => [document.querySelectorAll('tbody tr').length > 8, document.getElementById('asks').offsetHeight, document.querySelectorAll('th button').length]);
      want(`${page}: all rows, and no tool that does nothing`, seen, [true, 0, 0]);
    }
  },
};

// checkTables asks them all in one browser; another, which can do without scripts, says what is in the pages.
export async function checkTables(browser, name, plainBrowser, site, report) {
  const check = 'what tables answer';
  const reader = await sitDown(browser, site), plain = await sitDown(plainBrowser, site, { scripts: false });
  for (const [question, ask] of Object.entries(questions)) {
    const want = (what, found, wanted) => {
      report.looked(check);
      if (JSON.stringify(found) === JSON.stringify(wanted)) return;
      report.fail({ check, rule: question, place: name, message: `${what}: ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}` });
    };
    try {
      await ask(reader, want, plain);
      want('actions', reader.actions <= mostActions, true);
    } catch (error) {
      report.fail({ check, rule: question, place: name, message: error.message.split('\n')[0] });
    }
  }
}

// plainRows gives the codes of the rows that say one of some words in all of some columns, as the page without scripts
// says it.
async function plainRows(plain, page, heads, words) {
  await plain.open(page);
  return rowsWhere(plain, heads, words, true);
}

function rowsWhere(reader, heads, words, says) {
  return reader.look((names, wanted, is) => {
    const labels = [...document.querySelector('thead tr').cells].map((cell) => cell.textContent.trim());
    const columns = names.map((name) => labels.indexOf(name));
    if (columns.includes(-1)) throw new Error(`no column ${names} among ${labels}`);
    const rows = [...document.querySelectorAll('tbody tr')].filter((row) => columns.every((at) => wanted.includes(row.cells[at].textContent) === is));
    return rows.map((row) => row.querySelector('.code').textContent).sort();
  }, heads, words, says);
}

// shownRows gives the codes of the rows in the order in which they stand; a table that nobody sorted is in that of codes.
function shownRows(reader) {
  return reader.look(() => [...document.querySelectorAll('table[data-sort] tbody tr')].filter((row) => row.checkVisibility()).map((row) => row.querySelector('.code').textContent));
}

function column(reader, label) {
  return reader.look((text) => [...document.querySelectorAll('table[data-sort] thead th[data-key]')].findIndex((head) => head.textContent.includes(text)), label);
}

function sentence(reader) {
  return reader.look(() => document.querySelector('#asks .sentence').textContent);
}

function hash(reader) {
  return reader.look(() => location.hash);
}

// rowsInSight runs in the page: what a reader sees of a matrix that is scrolled to its middle.
function rowsInSight() {
  const table = document.querySelector('table[data-sort]'), box = table.parentNode, bar = document.querySelector('.headbar');
  const copied = bar.checkVisibility(), head = copied ? bar.querySelector('thead') : table.tHead;
  const below = head.getBoundingClientRect().bottom, told = document.getElementById('told');
  const above = told.checkVisibility() ? told.getBoundingClientRect().top : innerHeight;
  const rows = [...table.tBodies[0].rows].filter((row) => row.getBoundingClientRect().top >= below - 1 && row.getBoundingClientRect().bottom <= above + 1);
  const name = rows[0].cells[0].getBoundingClientRect(), last = [...head.rows[0].cells].at(-1).getBoundingClientRect();
  return {
    head: Math.abs(head.getBoundingClientRect().top) < 2,
    rows: rows.length,
    names: name.left >= 0 && name.right < innerWidth / 2,
    nested: box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY !== 'visible',
    wide: document.documentElement.scrollWidth > innerWidth,
    off: Math.abs(last.left - [...table.tHead.rows[0].cells].at(-1).getBoundingClientRect().left),
  };
}

// wholeEdges runs in the page: for each column of numbers, where the whole part of each number ends.
function wholeEdges() {
  const table = document.querySelector('table[data-sort]'), columns = {};
  for (const row of table.tBodies[0].rows) {
    for (const cell of row.querySelectorAll('td.number:not(.absent)')) {
      const range = document.createRange(), text = cell.firstChild;
      range.setStart(text, 0);
      range.setEnd(text, text.data.match(/^[\u2212\d,]+/)[0].length);
      (columns[table.tHead.rows[0].cells[cell.cellIndex].dataset.key] ??= []).push(range.getBoundingClientRect().right);
    }
  }
  return columns;
}
