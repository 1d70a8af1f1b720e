// Sizes as they travel: gzipped, in kB of 1,000 bytes.
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';

const kB = 1000;

// A site in several languages has the pages of the second one below a folder that is called
// after it. No other folder at the top has so short a name.
const language = /^[a-z]{2,3}(-[A-Za-z]+)*\//;
const plain = (file) => file.replace(language, '');

const budgets = [
  { name: 'region page', limit: 14 * kB, holds: (file) => /^regions\/(?!index\.html$)[^/]+\.html$/.test(plain(file)) },
  { name: 'index', limit: 60 * kB, holds: (file) => plain(file) === 'index.html' },
  { name: 'any other page, matrices among them', limit: 60 * kB, holds: (file) => file.endsWith('.html') },
  // Only an atlas of more than one page has an index for its finder.
  { name: 'part of the index of the finder', limit: 100 * kB, holds: (file) => plain(file).startsWith('assets/find/'), optional: true },
];

const search = { name: 'all that a reader loads to search', limit: 25 * kB };
const styles = { name: 'all style sheets together', limit: 10 * kB, holds: (file) => file.endsWith('.css') && file !== 'assets/print.css' };
// A browser fetches it behind all that a reader waits for.
const paper = { name: 'the style sheet for paper', limit: 3 * kB, holds: (file) => file === 'assets/print.css' };

// The scripts that a page loads by itself.
const asking = /^(find|compare|pair|alike|consortium)\.html$/;
const scripts = [
  { name: 'scripts of a page to read', limit: 12 * kB, holds: (page) => !asking.test(plain(page)) },
  { name: 'scripts of a page to ask', limit: 25 * kB, holds: (page) => asking.test(plain(page)) },
];

// checkBudgets weighs every page and the style sheets, and prints the heaviest of each kind.
export function checkBudgets(site, report) {
  const left = new Set(site.files);
  for (const budget of budgets) {
    const files = [...left].filter(budget.holds);
    files.forEach((file) => left.delete(file));
    weighEach(site, budget, files, report);
  }
  weighSum(site, styles, [...left].filter(styles.holds), report);
  weighSum(site, paper, [...left].filter(paper.holds), report);
  for (const folder of languagesOf(left)) weighSum(site, search, searchedIn(left, folder), report);
  for (const budget of scripts) weighScripts(site, budget, report);
}

// languagesOf lists the folders of the languages, that of the first one as ''.
function languagesOf(files) {
  return [...new Set(['', ...[...files].map((file) => language.exec(file)?.[0] ?? '')])];
}

// searchedIn lists what a reader of a language loads: scripts that all share, and its index.
function searchedIn(files, folder) {
  return [...files].filter((file) => /^assets\/search(box)?\.js$/.test(file) || file.startsWith(`${folder}assets/search/`));
}

// weighScripts weighs what each page of a kind loads, and prints the most.
function weighScripts(site, { name, limit, holds }, report) {
  const check = `size of ${name}`;
  const weighed = site.pages.filter(holds).map((page) => ({ page, size: scriptsOf(site, page).reduce((sum, file) => sum + weight(site, file), 0) }));
  weighed.sort((a, b) => b.size - a.size);
  report.looked(check, weighed.length);
  console.log(`      most ${name}: ${weighed[0].page}, ${say(weighed[0].size)} of ${say(limit)}`);
  for (const { page, size } of weighed.filter((one) => one.size > limit)) {
    report.fail({ check, page, rule: 'size', message: `${say(size)} gzipped, allowed are ${say(limit)}` });
  }
}

// scriptsOf lists the scripts that a page names, as files of the site.
function scriptsOf(site, page) {
  const names = [...site.bytes(page).toString().matchAll(/<script[^>]* src=["']?([^"'\s>]+)/g)].map((match) => match[1]);
  return names.map((name) => posix.join(posix.dirname(page), name)).filter((file) => site.files.has(file));
}

function weighEach(site, { name, limit, optional }, files, report) {
  if (optional && files.length === 0) return;
  const check = `size of ${name}`;
  const weighed = files.map((file) => ({ file, size: weight(site, file) })).sort((a, b) => b.size - a.size);
  report.looked(check, weighed.length);
  if (weighed.length === 0) return report.fail({ check, message: 'no such file in the site' });
  console.log(`      largest ${name}: ${weighed[0].file}, ${say(weighed[0].size)} of ${say(limit)}`);
  for (const { file, size } of weighed.filter((one) => one.size > limit)) {
    report.fail({ check, page: file, rule: 'size', message: `${say(size)} gzipped, allowed are ${say(limit)}` });
  }
}

function weighSum(site, { name, limit }, files, report) {
  const check = `size of ${name}`;
  const sum = files.reduce((total, file) => total + weight(site, file), 0);
  report.looked(check, files.length);
  if (files.length === 0) return report.fail({ check, message: 'no such file in the site' });
  console.log(`      ${name}: ${files.join(', ')}, ${say(sum)} of ${say(limit)}`);
  if (sum > limit) report.fail({ check, rule: 'size', message: `${say(sum)} gzipped, allowed are ${say(limit)}` });
}

function weight(site, file) {
  return gzipSync(site.bytes(file)).length;
}

function say(bytes) {
  return `${(bytes / kB).toFixed(2)} kB`;
}
