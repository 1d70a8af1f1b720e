// The questions that a policy officer brings, each answered on screen in at most three actions, from the folder, in
// Chromium and in Firefox. An action is a page opened, a word typed, a choice made.
import { listenToPolicy, readPolicy, watch } from './watch.mjs';

const check = 'questions of a policy officer';
const most = 3;

// Each question has its name, and a way to the answer: steps on a visitor, then the words or regions that must be there.
const questions = {
  'Which regions are in both ERRIN and CEBR?': async (visitor) => {
    await visitor.open('find.html');
    await visitor.choose('errin', 'yes');
    await visitor.choose('cebr', 'yes');
    await visitor.expectRegions(['BE1', 'BE2', 'BE3']);
  },
  'Who in the Danube region works on e-health?': async (visitor) => {
    await visitor.open('index.html');
    await visitor.search('danube e-health');
    await visitor.follow('.search [role=option] a, .search [role=option]');
    await visitor.expectRegions(['DE1']);
  },
  'What do Flanders and Silesia share?': async (visitor) => {
    await visitor.open('regions/be2.html');
    await visitor.follow('a[href*="compare.html"]');
    await visitor.pick('#add-region', 'pl22', '.choose button');
    await visitor.expectText('tr[data-aspect="memberships.errin"] .verdict', 'same');
    await visitor.expectText('tr[data-aspect="topics"] .verdict', 'in common');
  },
  'What is this region on the map, beside another?': async (visitor) => {
    await visitor.open('index.html#view=density');
    await visitor.point('svg.map a[href="regions/be2.html"]');
    await visitor.follow('.beside a[href*="compare.html"]');
    await visitor.expectText('.sentence', 'Flanders');
  },
  'Who rated its need for skills high?': async (visitor) => {
    await visitor.open('self-evaluation.html');
    await visitor.expectPage('Flanders');
  },
  'Whom to contact in Northern Ostrobothnia?': async (visitor) => {
    await visitor.open('index.html');
    await visitor.search('Oulu');
    await visitor.follow('.search [role=option] a, .search [role=option]');
    await visitor.expectPage('Northern Ostrobothnia');
    await visitor.expectPage('Sources');
  },
  'Which regions look for collaboration?': async (visitor) => {
    await visitor.open('collaboration.html');
    await visitor.expectPage('Flanders');
  },
  'Who has one to two million people, and personalised medicine in its strategy?': async (visitor) => {
    await visitor.open('find.html#population=1000000-2000000');
    await visitor.choose('pm-ris3', 'yes');
    await visitor.expectRegions(['BE1']);
  },
  'Which regions are like Carinthia?': async (visitor) => {
    await visitor.open('regions/at21.html');
    await visitor.expectText('#alike', 'North Denmark Region');
  },
  'Who could Carinthia work with on e-health, outside Austria, in ERRIN?': async (visitor) => {
    await visitor.open('find.html');
    await visitor.choose('topic', 'e-health');
    await visitor.choose('errin', 'yes');
    await visitor.expectRegions(['BE2', 'BE3', 'PL22']);
  },
  'Would Flanders, Silesia and Carinthia meet a call?': async (visitor) => {
    await visitor.open('consortium.html#r=be2,pl22,at21');
    await visitor.expectText('.rule .verdict[data-is="not-met"]', 'South');
  },
  'What do Brussels and Flanders share?': async (visitor) => {
    await visitor.open('regions/be1.html');
    await visitor.follow('#partners a[href*="pairs/be1-be2"]');
    await visitor.expectPage('Biobank Brussels Health Campus');
  },
  'What do Brussels and North Brabant share, whose brief nobody has written?': async (visitor) => {
    await visitor.open('regions/be1.html');
    await visitor.follow('#partners a[href*="pair.html"]');
    await visitor.pick('#second-region', 'nl41');
    await visitor.expectText('[data-block="networks"]', 'not reported for North Brabant');
  },
  'Who has a biobank?': async (visitor) => {
    await visitor.open('index.html');
    await visitor.search('biobank');
    await visitor.expectText('.search [role=listbox], .search', 'biobank');
  },
  'Where is Elixir?': async (visitor) => {
    await visitor.open('index.html');
    await visitor.search('elixir');
    await visitor.expectText('.search [role=listbox], .search', 'Flanders');
  },
  'Where is Vlaanderen?': async (visitor) => {
    await visitor.open('index.html');
    await visitor.search('Vlaanderen');
    await visitor.follow('.search [role=option] a, .search [role=option]');
    await visitor.expectPage('Flanders');
  },
};

// askQuestions asks all of them in one browser.
export async function askQuestions(browser, name, site, report) {
  for (const [question, way] of Object.entries(questions)) {
    const tab = await (await browser.createBrowserContext()).newPage();
    const fail = (message) => report.fail({ check, page: question, place: name, message });
    const stop = watch(tab, (url) => url.startsWith('file:') || url.startsWith('blob:'), ({ message }) => fail(message));
    report.looked(check);
    try {
      await listenToPolicy(tab);
      await tab.setViewport({ width: 1280, height: 900 });
      const visitor = new Visitor(tab, site);
      await way(visitor);
      if (visitor.actions > most) fail(`takes ${visitor.actions} actions`);
      for (const violation of (await readPolicy(tab)).violations) fail(violation);
    } catch (error) {
      fail(error.message.split('\n')[0]);
    } finally {
      stop();
      await tab.browserContext().close();
    }
  }
}

// Visitor does what a person does, and counts it.
class Visitor {
  actions = 0;

  constructor(tab, site) {
    this.tab = tab;
    this.site = site;
  }

  async open(address) {
    this.actions++;
    await this.tab.goto(this.site.url + address, { waitUntil: 'load' });
  }

  // follow clicks the first thing that is there, and waits for the page that it leads to.
  async follow(selector) {
    this.actions++;
    const before = this.tab.url();
    const thing = await this.tab.waitForSelector(selector, { visible: true });
    await thing.evaluate((element) => element.click());
    await this.tab.waitForFunction((old) => location.href !== old && document.readyState === 'complete', {}, before);
  }

  // point moves the pointer onto something.
  async point(selector) {
    await this.tab.waitForSelector(selector);
    await this.tab.evaluate((one) => document.querySelector(one).dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' })), selector);
  }

  async search(words) {
    this.actions++;
    await this.tab.focus('.search input');
    await this.tab.type('.search input', words);
    await this.tab.waitForSelector('.search [role=option]', { visible: true });
  }

  // choose makes a choice in the finder.
  async choose(facet, option) {
    this.actions++;
    await this.tab.waitForSelector('#finder:not([hidden])');
    await this.tab.evaluate((key, value) => {
      const form = document.querySelector(`[data-facet="${key}"]`);
      form.open = true;
      form.querySelector(`input[value="${value}"]`).click();
    }, facet, option);
  }

  async pick(select, value, button) {
    this.actions++;
    await this.tab.waitForSelector(`${select} option[value="${value}"]`);
    await this.tab.select(select, value);
    if (button) await this.tab.click(button);
  }

  // expectRegions wants the regions to be among those found.
  async expectRegions(codes) {
    await this.tab.waitForSelector('#finder:not([hidden]) tbody tr');
    const found = await this.tab.evaluate(() => Array.from(document.querySelectorAll('#finder tbody .code'), (cell) => cell.textContent));
    const all = await this.tab.evaluate(() => document.querySelector('.sentence').textContent);
    for (const code of codes) if (!found.includes(code)) throw new Error(`${code} is not among ${found.join(', ')}: ${all}`);
    if (/^All /.test(all)) throw new Error(`nothing was chosen: ${all}`);
  }

  async expectText(selector, words) {
    await this.tab.waitForFunction((one, text) => {
      const element = document.querySelector(one);
      return element !== null && element.checkVisibility() && element.textContent.toLowerCase().includes(text.toLowerCase());
    }, { timeout: 20_000 }, selector, words);
  }

  expectPage(words) { return this.expectText('main', words); }
}
