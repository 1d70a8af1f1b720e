// Opens every page from the folder, as a reader without a server does: once without scripts, once with them
// in both widths and both colour schemes.
import { setScheme, withTabs } from './chromium.mjs';
import { loadAxe, runAxe } from './axe.mjs';
import { readFacts, readOverflow, readSmall, stylesApply } from './facts.mjs';
import { hits, noteHits } from './hits.mjs';
import { listenToPolicy, readPolicy, watch } from './watch.mjs';

const height = 900;
const smallest = 11.5; // px of text

// The order changes one thing at a time.
const places = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 320, scheme: 'dark' },
  { width: 320, scheme: 'light' },
  { width: 768, scheme: 'light' },
];

export const checks = {
  quiet: 'opens from file:// with no request outside, no error, no policy violation',
  plain: 'says the same without JavaScript',
  small: 'no text is smaller than a reader can read',
  width: 'no sideways scrolling of the document',
  axe: 'accessibility (axe)',
  hits,
};

// visitPages examines every page and returns address -> { links, ids, text } as read without scripts.
export async function visitPages(browser, site, tabs, report) {
  const found = new Map();
  const visit = async (tab, page) => {
    const facts = await visitPlain(tab, site, page, report);
    await visitScripted(tab, site, page, facts, report);
    found.set(page, facts);
  };
  const stumbled = (page, error) => report.fail({ check: checks.quiet, page, rule: 'open', message: error.message });
  await withTabs(browser, tabs, site.pages, visit, stumbled);
  return found;
}

async function visitPlain(tab, site, page, report) {
  await tab.setJavaScriptEnabled(false);
  const facts = await open(tab, site, page, 'no scripts', report, () => readFacts(tab));
  await tab.setJavaScriptEnabled(true);
  return facts;
}

async function visitScripted(tab, site, page, plain, report) {
  await listenOnce(tab);
  return open(tab, site, page, 'with scripts', report, async () => {
    const { text } = await readFacts(tab);
    compareText(page, plain.text, text, report);
    await noteStyles(tab, page, report);
    // The policy is read before axe runs: what axe does is not the page's doing.
    await notePolicy(tab, page, report);
    await loadAxe(tab);
    for (const place of places) await visitPlace(tab, page, place, report);
    if (page === 'index.html' || plain.text.includes('This map as SVG')) {
      report.looked(checks.hits);
      await noteHits(tab, page, report);
    }
  });
}

const listening = new WeakSet();

async function listenOnce(tab) {
  if (listening.has(tab)) return;
  listening.add(tab);
  await listenToPolicy(tab);
}

// open loads a page wide and light, listens to it while work() looks at it, and returns what work() found.
async function open(tab, site, page, place, report, work) {
  const note = (failure) => report.fail({ check: checks.quiet, page, place, ...failure });
  const stop = watch(tab, (url) => url.startsWith(site.url), note);
  report.looked(checks.quiet);
  try {
    await enter(tab, places[0]);
    await tab.goto(new URL(page, site.url).href, { waitUntil: 'load' });
    return await work();
  } finally {
    stop();
  }
}

async function enter(tab, { width, scheme }) {
  await setScheme(tab, scheme);
  await tab.setViewport({ width, height });
}

async function visitPlace(tab, page, { width, scheme }, report) {
  const place = `${width} px ${scheme}`;
  await enter(tab, { width, scheme });
  report.looked(checks.width);
  const { wide, selectors } = await readOverflow(tab, width);
  if (wide > width) {
    report.fail({ check: checks.width, page, place, rule: 'overflow', selector: selectors.join(', '), message: `the document is ${wide} px wide` });
  }
  report.looked(checks.small);
  for (const { words, size } of await readSmall(tab, smallest)) {
    report.fail({ check: checks.small, page, place, rule: 'size', message: `"${words}" is ${size} px high` });
  }
  report.looked(checks.axe);
  for (const failure of await runAxe(tab)) report.fail({ check: checks.axe, page, place, ...failure });
}

function compareText(page, plain, scripted, report) {
  report.looked(checks.plain);
  if (plain === scripted) return;
  let at = 0;
  while (plain[at] === scripted[at]) at++;
  const near = (text) => JSON.stringify(text.slice(Math.max(0, at - 20), at + 40));
  report.fail({ check: checks.plain, page, rule: 'text', message: `without scripts ${near(plain)}, with them ${near(scripted)}` });
}

async function noteStyles(tab, page, report) {
  if (await stylesApply(tab)) return;
  report.fail({ check: checks.quiet, page, rule: 'style', message: 'no style sheet applies' });
}

async function notePolicy(tab, page, report) {
  const { present, violations } = await readPolicy(tab);
  const fail = (message) => report.fail({ check: checks.quiet, page, rule: 'policy', message });
  if (!present) fail('no content security policy in the page');
  violations.forEach(fail);
}
