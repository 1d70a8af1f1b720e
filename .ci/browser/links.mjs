// Every link leads somewhere: to a file of the site, to an id on a page, or openly elsewhere.
import { posix } from 'node:path';
import { ownPath } from './site.mjs';

const check = 'links lead to a file and every fragment exists';
const reach = 'every page can be reached from the front page';

// A link element may name addresses that a browser does not load.
const quietRels = ['canonical', 'alternate', 'license', 'author', 'me', 'describedby'];

// checkLinks takes address -> { links, ids } of every page.
export function checkLinks(site, found, report) {
  const targets = new Map();
  for (const [page, { links }] of found) {
    report.looked(check, links.length);
    checkIcon(page, links, report);
    targets.set(page, links.flatMap((link) => checkLink(site, found, page, link, report)));
  }
  checkReach(site, targets, report);
  checkSitemap(site, report);
}

function checkIcon(page, links, report) {
  if (links.some(({ tag, rel }) => tag === 'link' && rel.split(/\s+/).includes('icon'))) return;
  report.fail({ check, page, rule: 'icon', message: 'names no icon, so browsers ask for /favicon.ico at the root of the host' });
}

// checkLink notes what is wrong with a link, and returns the file it leads to: a list of one or none.
function checkLink(site, found, page, { tag, rel, href }, report) {
  const fail = (message) => {
    report.fail({ check, page, rule: 'link', selector: `${tag} ${href}`, message });
    return [];
  };
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return checkAbsolute(site, page, { tag, rel, href }, fail);
  const [path, fragment] = split(href);
  if (path.startsWith('/')) return fail('starts at the root, which is another place on a disk or under a sub-path');
  const file = path === '' ? page : posix.join(posix.dirname(page), path);
  if (path !== '' && /(^|\/)(\.{0,2})$/.test(path)) return fail('does not end in a file name');
  if (!site.files.has(file)) return fail(`no file ${file}`);
  // What holds an equals sign is the state of a page that a script fills, and no place on it.
  if (fragment && fragment !== 'top' && !fragment.includes('=') && found.has(file) && !found.get(file).ids.includes(fragment)) {
    return fail(`no id "${fragment}" on ${file}`);
  }
  return [file];
}

function checkAbsolute(site, page, { tag, rel, href }, fail) {
  const own = ownPath(site, href);
  if (own !== null) {
    if (!site.files.has(own)) return fail(`no file ${own} at the site's address`);
    // The page for missing addresses is shown at any depth, so it alone cannot link relatively.
    if (page !== '404.html' && tag !== 'link') return fail('an absolute link into the site: it leaves the folder');
    return tag === 'link' ? [] : [own];
  }
  if (tag === 'link' && rel.split(/\s+/).some((word) => quietRels.includes(word))) return [];
  // data: is part of the page itself.
  if (href.startsWith('data:') && tag !== 'a' && tag !== 'area') return [];
  if (tag !== 'a' && tag !== 'area') return fail('loads something from outside the site');
  if (!/^(https?:\/\/[^/]|mailto:.)/i.test(href)) return fail('is neither http(s) nor mailto');
  return [];
}

function split(href) {
  const at = href.indexOf('#');
  const path = (at < 0 ? href : href.slice(0, at)).replace(/\?.*$/, '');
  return [decodeURIComponent(path), at < 0 ? '' : decodeURIComponent(href.slice(at + 1))];
}

function checkReach(site, targets, report) {
  const seen = new Set();
  const queue = ['index.html'];
  for (let page = queue.pop(); page !== undefined; page = queue.pop()) {
    if (seen.has(page)) continue;
    seen.add(page);
    queue.push(...(targets.get(page) ?? []));
  }
  for (const page of site.pages.filter((one) => one !== '404.html')) {
    report.looked(reach);
    if (!seen.has(page)) report.fail({ check: reach, page, rule: 'reach', message: 'no link leads here' });
  }
}

// checkSitemap looks at the sitemap, and at its parts where there are too many addresses for one file.
function checkSitemap(site, report) {
  for (const file of site.files) if (/^sitemap(-\d+)?\.xml$/.test(file)) checkAddresses(site, file, report);
}

function checkAddresses(site, file, report) {
  const fail = (message) => report.fail({ check, page: file, rule: 'link', message });
  for (const [, address] of site.bytes(file).toString().matchAll(/<loc>([^<]*)<\/loc>/g)) {
    report.looked(check);
    const own = ownPath(site, address.trim());
    if (own === null || !site.files.has(own)) fail(`${address} is no file of the site at ${site.address || 'an unknown address'}`);
  }
}
