// Drives a page as a reader does, and counts what the reader has to do. All that a check of questions asks of a browser
// stands here.
// Reader is one who sits before a page of the site.
export class Reader {
  #tab;
  #site;
  actions = 0;

  constructor(tab, site) {
    this.#tab = tab;
    this.#site = site;
  }

  // open shows a page, which may have a choice in its address, at a width and height.
  async open(address, { width = 1280, height = 900 } = {}) {
    await this.#tab.setViewport({ width, height });
    // A page that differs in its choice alone would not be loaded again.
    await this.#tab.goto('about:blank');
    await this.#tab.goto(new URL(address, this.#site.url).href, { waitUntil: 'load' });
    this.actions = 0;
  }

  async click(selector) {
    this.actions++;
    await this.#tab.click(selector);
  }

  async choose(selector, value) {
    this.actions++;
    await this.#tab.select(selector, value);
  }

  async type(selector, text) {
    this.actions++;
    await this.#tab.type(selector, text);
  }

  // press presses keys one after the other.
  async press(...keys) {
    for (const key of keys) await this.#tab.keyboard.press(key);
  }

  async hover(selector) {
    await this.#tab.hover(selector);
  }

  async scrollTo(top) {
    await this.look((y) => new Promise((done) => {
      scrollTo({ top: y, behavior: 'instant' });
      requestAnimationFrame(() => requestAnimationFrame(done));
    }), top);
  }

  async reload() {
    await this.#tab.reload({ waitUntil: 'load' });
  }

  // back goes back in the history and waits until the page shows it.
  async back() {
    const before = await this.look(() => location.hash);
    await this.look(() => history.back());
    await this.#tab.waitForFunction((hash) => location.hash !== hash, {}, before);
  }

  // look runs a function in the page and gives what it returns.
  look(ask, ...given) {
    return this.#tab.evaluate(ask, ...given);
  }
}

// sitDown gives a reader with a tab of its own, in which no script runs where that is asked; Firefox cannot be asked.
export async function sitDown(browser, site, { scripts = true } = {}) {
  const tab = await (await browser.createBrowserContext()).newPage();
  tab.setDefaultTimeout(120_000); // a busy machine is slow, and that is no fault of a page
  if (!scripts) await tab.setJavaScriptEnabled(false);
  return new Reader(tab, site);
}
