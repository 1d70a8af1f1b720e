// What Lighthouse says of four pages, from a server on this machine: accessibility, best practices and search engines
// must be whole; how quick a page is depends on the machine, so that one is only told.
import lighthouse from 'lighthouse';
import { serve } from './server.mjs';

const check = 'Lighthouse: accessibility, best practices, search engines';
const pages = ['index.html', 'regions/be2.html', 'memberships.html', 'find.html'];
const whole = ['accessibility', 'best-practices', 'seo'];

export async function checkLighthouse(browser, site, report) {
  const server = await serve(site, '/');
  try {
    for (const page of pages.filter((one) => site.files.has(one))) {
      const port = Number(new URL(browser.wsEndpoint()).port);
      const { lhr } = await lighthouse(new URL(page, server.url).href, { port, output: 'json', logLevel: 'error' });
      const scores = Object.values(lhr.categories).map(({ id, score }) => `${id} ${score === null ? 'none' : Math.round(score * 100)}`);
      console.log(`      ${page}: ${scores.join(', ')}`);
      report.looked(check);
      for (const id of whole) noteScore(lhr, id, page, report);
    }
  } finally {
    await server.close();
  }
}

function noteScore(lhr, id, page, report) {
  const { score, auditRefs } = lhr.categories[id];
  if (score === 1) return;
  const audits = auditRefs.map((ref) => lhr.audits[ref.id]).filter((audit) => audit.score !== null && audit.score < 1);
  for (const audit of audits) report.fail({ check, page, rule: id, message: audit.title });
}
