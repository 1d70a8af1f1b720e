// Takes pictures of pages for people to look at; no part of the check.
//   node .ci/browser/look.mjs public /tmp/pictures index.html regions/be2.html
// Each page at 1280 and 390 px, light and dark, with and without JavaScript; --screen takes the first screen only.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, openTab, setScheme } from './chromium.mjs';
import { readSite } from './site.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { screen: { type: 'boolean', default: false } },
});

const [folder, out, ...pages] = positionals;

async function main() {
  if (!folder || !out) throw new Error('say which site and which folder for the pictures: look.mjs public /tmp/pictures index.html');
  const site = readSite(folder);
  mkdirSync(out, { recursive: true });
  const browser = await launch();
  try {
    const tab = await openTab(browser);
    for (const page of pages.length > 0 ? pages : ['index.html']) await takePage(tab, site, page);
  } finally {
    await browser.close();
  }
}

async function takePage(tab, site, page) {
  for (const scripts of [true, false]) {
    await tab.setJavaScriptEnabled(scripts);
    await tab.goto(new URL(page, site.url).href, { waitUntil: 'load' });
    for (const width of [1280, 390]) {
      for (const scheme of ['light', 'dark']) await take(tab, page, { width, scheme, scripts });
    }
  }
}

async function take(tab, page, { width, scheme, scripts }) {
  await setScheme(tab, scheme);
  await tab.setViewport({ width, height: width > 1000 ? 900 : 844 });
  const name = page.replace(/\.html$/, '').replaceAll('/', '-');
  const path = join(out, `${name}-${width}-${scheme}${scripts ? '' : '-noscript'}.png`);
  await tab.screenshot({ path, fullPage: !values.screen });
  console.log(path);
}

await main();
