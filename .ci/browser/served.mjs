// Opens every page from a web server: at the root of a host, under a sub-path, and the page for missing
// addresses deep below the address where the site will stand.
import { extname } from 'node:path';
import { openTab, withTabs } from './chromium.mjs';
import { stylesApply } from './facts.mjs';
import { serve } from './server.mjs';
import { ownPath } from './site.mjs';
import { watch } from './watch.mjs';

// checkServed loads all pages under each base, then plays the host at the public address.
export async function checkServed(browser, site, tabs, report) {
  for (const base of ['/', '/atlas/']) {
    const check = `served from ${base}`;
    const server = await serve(site, base);
    const load = (tab, page) => loadPage(tab, server.url, page, check, report);
    const stumbled = (page, error) => report.fail({ check, page, rule: 'open', message: error.message });
    await withTabs(browser, tabs, site.pages, load, stumbled);
    await server.close();
  }
  await checkMissing(browser, site, report);
}

async function loadPage(tab, root, page, check, report) {
  report.looked(check);
  const note = (failure) => report.fail({ check, page, ...failure });
  const stop = watch(tab, (url) => url.startsWith(root) || asksForIcon(url), note);
  try {
    await tab.goto(new URL(page, root).href, { waitUntil: 'load' });
    await noteStyles(tab, note);
  } finally {
    stop();
  }
}

// A browser asks for this by itself where a page names no icon; that a page names one is a check of its own.
function asksForIcon(url) {
  return new URL(url).pathname === '/favicon.ico';
}

async function noteStyles(tab, note) {
  if (!(await stylesApply(tab))) note({ rule: 'style', message: 'no style sheet applies' });
}

// checkMissing plays the web host at the site's public address: a missing page two folders down gets 404.html.
async function checkMissing(browser, site, report) {
  const check = 'the page for missing addresses, deep below the public address';
  report.looked(check);
  const note = (failure) => report.fail({ check, page: '404.html', ...failure });
  if (!site.files.has('404.html')) return note({ rule: 'file', message: 'the site has no 404.html' });
  if (!site.address) return note({ rule: 'address', message: 'the front page names no canonical address' });
  const tab = await openTab(browser);
  const missing = new URL('no/such/page.html', site.address).href;
  await playHost(tab, site, note);
  await tab.goto(missing, { waitUntil: 'load' });
  await noteStyles(tab, note);
  await noteDeadLinks(tab, site, note);
  await tab.browserContext().close();
}

async function playHost(tab, site, note) {
  await tab.setRequestInterception(true);
  tab.on('request', (request) => {
    const file = ownPath(site, request.url());
    if (file !== null && site.files.has(file)) return request.respond({ status: 200, contentType: typeOf(file), body: site.bytes(file) });
    if (request.isNavigationRequest()) return request.respond({ status: 404, contentType: 'text/html', body: site.bytes('404.html') });
    if (!asksForIcon(request.url())) note({ rule: 'request', message: `asks for ${request.url()}, which is no file of the site` });
    return request.respond({ status: 404, body: '' });
  });
}

function typeOf(file) {
  return { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }[extname(file)] ?? 'text/html';
}

async function noteDeadLinks(tab, site, note) {
  const links = await tab.evaluate(() => {
    const own = [...document.links].filter((link) => !link.getAttribute('href').startsWith('#'));
    return own.map((link) => link.href);
  });
  for (const href of links.filter((one) => one.startsWith(new URL(site.address).origin))) {
    const file = ownPath(site, href);
    if (file === null || !site.files.has(file)) note({ rule: 'link', selector: href, message: 'leads nowhere from there' });
  }
}
