// Checks the finished site:  node .ci/browser/check.mjs [--only budgets,search,valid,tables,maps,pages,paper,questions,lighthouse,served] [--tabs 3] [--all] public
import { parseArgs } from 'node:util';
import { checkBudgets } from './budgets.mjs';
import { launch, launchFirefox } from './chromium.mjs';
import { checkLighthouse } from './lighthouse.mjs';
import { checkLinks } from './links.mjs';
import { checkMaps } from './maps.mjs';
import { checkPaper } from './paper.mjs';
import { askQuestions } from './questions.mjs';
import { Report } from './report.mjs';
import { checkSearch } from './search.mjs';
import { checkServed } from './served.mjs';
import { readSite } from './site.mjs';
import { checkTables } from './tables.mjs';
import { checkValid } from './valid.mjs';
import { visitPages } from './visit.mjs';

const parts = {
  budgets: ({ site, report }) => checkBudgets(site, report),
  search: ({ site, report }) => checkSearch(site, report),
  valid: ({ site, report }) => checkValid(site, report),
  tables: ({ site, report, browser }) => inBoth(browser, async (one, name) => checkTables(one, name, await browser(), site, report)),
  maps: ({ site, report, browser }) => inBoth(browser, (one, name) => checkMaps(one, name, site, report)),
  pages: async ({ site, report, browser, tabs }) => checkLinks(site, await visitPages(await browser(), site, tabs, report), report),
  paper: async ({ site, report, browser }) => checkPaper(await browser(), site, report),
  questions: ({ site, report, browser }) => inBoth(browser, (one, name) => askQuestions(one, name, site, report)),
  lighthouse: async ({ site, report, browser }) => checkLighthouse(await browser(), site, report),
  served: async ({ site, report, browser, tabs }) => checkServed(await browser(), site, tabs, report),
};

// inBoth does the work in Chromium, then in Firefox.
async function inBoth(browser, work) {
  await work(await browser(), 'Chromium');
  const firefox = await launchFirefox();
  try {
    await work(firefox, 'Firefox');
  } finally {
    await firefox.close();
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: Object.keys(parts).join(',') },
    tabs: { type: 'string', default: '3' },
    all: { type: 'boolean', default: false },
  },
});

async function main() {
  const site = readSite(positionals[0] ?? 'public');
  const report = new Report();
  let started;
  const browser = () => (started ??= launch());
  try {
    for (const name of values.only.split(',')) await runPart(name, { site, report, browser, tabs: Number(values.tabs) });
  } finally {
    await (await started)?.close();
  }
  return report.print(values.all ? Infinity : 12);
}

// What some parts ask of our atlas: another atlas without these pages is asked nothing.
const asked = {
  search: ['regions/be1.html', 'regions/fi1d.html'], maps: ['regions/be1.html', 'regions/be2.html', 'memberships/errin.html'], tables: ['regions/be2.html', 'memberships.html', 'topics.html'],
  questions: ['regions/be1.html', 'regions/be2.html', 'regions/at21.html'], lighthouse: ['regions/be2.html', 'memberships.html'],
};

async function runPart(name, tools) {
  const lacks = (asked[name] ?? []).find((page) => !tools.site.pages.includes(page));
  if (lacks) {
    console.log(`ok    ${name}: left out, since it asks about regions of another atlas (${lacks})`);
    return;
  }
  if (!parts[name]) throw new Error(`no check called ${name}; there are ${Object.keys(parts).join(', ')}`);
  const start = Date.now();
  await parts[name](tools);
  console.log(`      ${name}: ${tools.site.pages.length} pages in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

try {
  process.exitCode = (await main()) > 0 ? 1 : 0;
} catch (error) {
  console.error(error);
  process.exitCode = 2;
}
