// A very small static server on this machine's loopback, as plain as a web host for static pages.
import { createServer } from 'node:http';
import { extname } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.csv': 'text/csv; charset=utf-8',
  '.woff2': 'font/woff2',
};

// serve offers the site under base ("/" or "/atlas/") and returns { url, close }.
export async function serve(site, base) {
  const server = createServer((request, response) => answer(site, base, request, response));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => stop(server),
  };
}

function stop(server) {
  return new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
}

function answer(site, base, request, response) {
  const { pathname } = new URL(request.url, 'http://127.0.0.1');
  // Browsers ask for this by themselves; it is not the page's request.
  if (pathname === '/favicon.ico' && !site.files.has('favicon.ico')) return response.writeHead(204).end();
  const inside = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : null;
  const file = inside === '' || inside?.endsWith('/') ? `${inside}index.html` : inside;
  if (file !== null && site.files.has(file)) {
    return response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(site.bytes(file));
  }
  response.writeHead(404, { 'Content-Type': types['.html'] });
  response.end(site.files.has('404.html') ? site.bytes('404.html') : 'not found');
}
