// The finished site as a list of files.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

// readSite lists a folder: files and pages are sorted addresses such as "regions/be2.html".
export function readSite(folder) {
  const root = resolve(folder);
  const files = walk(root)
    .map((path) => relative(root, path).split(sep).join('/'))
    .sort();
  const pages = files.filter((file) => file.endsWith('.html'));
  if (pages.length === 0) throw new Error(`${folder}: no HTML page in this folder`);
  return {
    root,
    files: new Set(files),
    pages,
    url: pathToFileURL(root + sep).href,
    address: siteAddress(root),
    bytes: (file) => readFileSync(join(root, file)),
    path: (file) => join(root, file),
  };
}

function walk(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

// siteAddress is where the site will stand in public, as its front page's canonical link says; '' if it says nothing.
function siteAddress(root) {
  const index = readFileSync(join(root, 'index.html'), 'utf8');
  const link = (index.match(/<link\b[^>]*>/gi) ?? []).find((tag) => /rel=["']?canonical/i.test(tag));
  const href = link?.match(/href=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i);
  const address = href?.[1] ?? href?.[2] ?? href?.[3] ?? '';
  return address.replace(/index\.html$/, '');
}

// ownPath turns an address on the site's public address into a path in the folder, or null.
export function ownPath(site, href) {
  if (!site.address || !href.startsWith(site.address)) return null;
  return decodeURIComponent(href.slice(site.address.length).replace(/[?#].*$/, '')) || 'index.html';
}
