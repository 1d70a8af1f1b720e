// Finds and starts the machine's own browsers; none is ever downloaded.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

// launchFirefox starts Firefox, in which all that a script does must work too.
export function launchFirefox() {
  const program = process.env.FIREFOX ?? onPath(['firefox-esr', 'firefox']);
  if (!program) throw new Error('no Firefox found: install firefox-esr, or name one in $FIREFOX');
  return puppeteer.launch({ browser: 'firefox', executablePath: program, protocolTimeout: 180_000 });
}

// findChromium returns the program named by $CHROMIUM, or the first known name on the PATH.
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const found = onPath(names);
  if (found) return found;
  throw new Error(`no Chromium found: install one of ${names.join(', ')}, or name it in $CHROMIUM`);
}

function onPath(programs) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return programs.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// launch starts one browser that can reach this machine only.
export function launch() {
  return puppeteer.launch({
    executablePath: findChromium(),
    protocolTimeout: 180_000,
    args: [
      // A browser run by root has no sandbox; the pages are our own.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--force-color-profile=srgb',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

// openTab gives a tab in a window of its own: tabs that share a window pause each other.
export async function openTab(browser) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  // Still pictures only: a colour measured in the middle of a transition is a wrong colour.
  await setScheme(tab, 'light');
  // A busy machine is slow, and that is no fault of a page.
  tab.setDefaultTimeout(120_000);
  return tab;
}

// setScheme switches the open page between light and dark without loading it again.
export function setScheme(tab, scheme) {
  return tab.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

// withTabs runs work(tab, page) over all pages in a few tabs at once; stumbled(page, error) hears of a page that could
// not be worked on, and the others go on.
export async function withTabs(browser, count, pages, work, stumbled) {
  const queue = [...pages];
  const worker = async () => {
    const tab = await openTab(browser);
    for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
      await work(tab, page).catch((error) => stumbled(page, error));
    }
    await tab.browserContext().close();
  };
  await Promise.all(Array.from({ length: Math.min(count, pages.length) }, worker));
}
