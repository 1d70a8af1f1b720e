// What a map answers, asked as a reader does: by pointing, by keyboard, by finger, with and without scripts.
// Each question is a test of its own on an open tab; what drives the browser stands below them.
import { watch } from './watch.mjs';

const check = 'what maps answer';
const wide = { width: 1280, height: 1000 };
const phone = { width: 390, height: 844, hasTouch: true };

const plain = 'And without scripts?';

const questions = {
  'What is this region, and how many people live there?': async (page) => {
    await page.open('index.html');
    await page.click('.views input[value=population]');
    await page.pointAt('regions/be2.html');
    page.same(await page.text('.reading'), 'Flanders (BE2): 6,596,233 inhabitants (2019)', 'the line');
    await page.click('.views input[value=density]');
    page.same(await page.text('.reading'), 'Flanders (BE2): 493 inhabitants per km² (2019)', 'the line in another view');
  },
  'Is Brussels a member of ERRIN?': async (page) => {
    await page.open('memberships/errin.html');
    await page.pointAt('regions/be1.html');
    page.same(await page.text('.reading'), 'Brussels Region (BE1): Yes', 'the line');
    page.same(await page.count('li.lit'), 1, 'rows that light up');
    await page.pointAtRow('regions/be2.html');
    page.same(await page.lit(), ['regions/be2.html'], 'shapes that light up');
  },
  'Where on the map is the region of this row?': async (page) => {
    await page.open('index.html');
    await page.pointAtRow('regions/pl22.html');
    page.same(await page.lit(), ['regions/pl22.html'], 'shapes that light up');
    await page.pointAt('regions/pt16.html');
    page.same(await page.ask(() => document.querySelector('tr.lit a').getAttribute('href')), 'regions/pt16.html', 'the row that lights up');
  },
  'Where are the Polish regions?': async (page) => {
    await page.open('index.html');
    await page.type('#asks input[type=search]', 'Poland');
    const bright = await page.bright();
    page.same(bright.length > 3 && bright.every((href) => href.startsWith('regions/pl')), true, `only Polish regions are bright (${bright})`);
    await page.erase('#asks input[type=search]');
    page.same((await page.bright()).length > 20, true, 'all are bright again');
    await page.open('find.html#country=pl&zoom=central');
    const found = await page.bright();
    page.same(found, bright, 'the same regions are bright in the finder');
    page.same(await page.ask(() => document.querySelector('.lost').hidden), true, 'the part of the map is no lost question');
  },
  'What lies around Brussels?': async (page) => {
    await page.open('index.html');
    const before = await page.measure();
    await page.click('[data-zoom=benelux]');
    const near = await page.measure();
    page.same(near.hash, '#zoom=benelux', 'the address');
    page.same(near.zoom > 3, true, `it came near (${near.zoom})`);
    page.close(near.text, before.text, 'the size of names on the screen');
    page.close(near.height, before.height, 'the height of the map');
    page.same(near.named.includes('Flanders'), true, `regions are named (${near.named})`);
    page.same(near.focusable.includes('regions/el30.html'), false, 'what is far cannot be focused');
    page.same(near.focusable.includes('regions/be1.html'), true, 'what is near can');
    await page.reload();
    page.same((await page.measure()).box, near.box, 'the part after the page was loaded again');
    await page.click('.views input[value=population]');
    page.same((await page.measure()).hash, '#zoom=benelux&view=population', 'the address of a part in a view');
    const circles = await page.measure();
    await page.back();
    page.same((await page.measure()).view, 'innovation', 'the view one step back');
    await page.back();
    page.same((await page.measure()).box, before.box, 'the part two steps back');
    await page.click('.views input[value=population]');
    const far = await page.measure();
    page.close(circles.circle, far.circle, 'the size of a circle on the screen');
    page.close(circles.legend, far.legend, 'the size of its legend on the screen');
    page.same(circles.legendLeft === far.legendLeft, true, 'the legend stays where it is');
  },
  'Which of my choices are in the address?': async (page) => {
    await page.open('index.html#from=mail&view=density');
    page.same((await page.measure()).view, 'density', 'the view');
    const steps = await page.ask(() => history.length);
    await page.choose('.zoom select', 'fi');
    page.same(await page.ask(() => location.hash), '#from=mail&view=density&zoom=fi', 'the address, with what is not ours');
    page.same(await page.ask(() => history.length), steps + 1, 'entries of history');
    await page.click('[data-zoom=""]');
    page.same(await page.ask(() => location.hash), '#from=mail&view=density', 'the address of the whole map');
    await page.ask(() => (location.hash = '#table'));
    await page.click('.views input[value=population]');
    page.same(await page.ask(() => location.hash), '#from=mail&view=population', 'the address after a link on the page');
    await page.open('index.html#table');
    page.same((await page.measure()).view, 'innovation', 'a link to a place on the page chooses no view');
  },
  'Can I read the map with the keyboard alone?': async (page) => {
    await page.open('index.html');
    await page.focus('regions/ee.html');
    page.same(await page.text('.reading'), 'Estonia (EE): Strong (2021)', 'the line');
    page.same(await page.lit(), ['regions/ee.html'], 'shapes that light up');
    await page.press('Enter');
    page.same(await page.address(), 'regions/ee.html', 'the page that Enter opens');
    await page.open('index.html');
    await page.focusOn('[data-zoom=central]');
    await page.press('Enter');
    page.same(await page.ask(() => document.querySelector('[data-zoom=central]').ariaPressed), 'true', 'the button that was pressed');
  },
  'Does the page stay still while I read the map?': async (page) => {
    for (const size of [wide, { width: 800, height: 900 }, phone]) {
      await page.resize(size);
      await page.open('index.html');
      page.same(await page.moves(), [], `regions that move the map at ${size.width} px`);
    }
  },
  'What does a finger do?': async (page) => {
    await page.resize(phone);
    for (const form of ['tiles', 'map']) {
      await page.open(`index.html#as=${form}`);
      await page.tap('regions/de.html', form);
      page.same(await page.address(), 'index.html', `the page after a tap on the ${form}`);
      page.same(await page.text('.reading'), 'Germany (DE): Strong (2021)', `the line after a tap on the ${form}`);
      await page.tap('regions/de.html', form);
      page.same(await page.address(), 'regions/de.html', `the page after the second tap on the ${form}`);
    }
  },
  'Can a finger hit every region?': async (page) => {
    for (const width of [320, 390]) {
      await page.resize({ ...phone, width });
      await page.open('index.html');
      const { small, shown, all, wrong } = await page.tiles();
      page.same(small, [], `tiles below 44 px at ${width} px`);
      page.same(shown, all, 'regions that have a tile');
      page.same(wrong, [], 'tiles that open another page');
    }
  },
  [plain]: async (page) => {
    await page.withoutScripts(async () => {
      await page.open('index.html');
      page.same(await page.shows('.map', '.tiles', '.zoom button'), [true, false, false], 'map, tiles, parts');
      await page.click('#wide-tiles');
      page.same(await page.shows('.map', '.tiles'), [false, true], 'map and tiles after the switch');
      await page.resize(phone);
      page.same(await page.shows('.map', '.tiles'), [false, true], 'map and tiles on a phone');
      await page.click('#narrow-map');
      page.same(await page.shows('.map', '.tiles'), [true, false], 'map and tiles on a phone after the switch');
    });
  },
};

// checkMaps asks every question in a tab of its own.
export async function checkMaps(browser, name, site, report) {
  for (const [question, ask] of Object.entries(questions)) {
    if (name !== 'Chromium' && question === plain) continue; // no driver of Firefox turns scripts off
    report.looked(check);
    const tab = await (await browser.createBrowserContext()).newPage();
    const fail = (message) => report.fail({ check, page: question, place: name, message });
    const stop = watch(tab, (url) => url.startsWith(site.url), ({ message }) => fail(message));
    try {
      await ask(pageOf(tab, site, fail));
    } catch (error) {
      fail(error.message);
    } finally {
      stop();
      await tab.browserContext().close();
    }
  }
}

// pageOf is what the questions drive, over the few functions of a tab that any driver has.
function pageOf(tab, site, fail) {
  const ask = (work, ...values) => tab.evaluate(work, ...values);
  let size;
  const resize = (to) => {
    size = to;
    return tab.setViewport({ hasTouch: false, ...to });
  };
  const address = () => decodeURI(tab.url().slice(site.url.length)).replace(/#.*/, '');
  const settle = () => ask(standStill);
  const point = async (href, among) => {
    const at = await ask(visiblePoint, href, among);
    if (!at) throw new Error(`${href} is not to be seen`);
    return at;
  };
  const see = async (same, got, want, what) => {
    if (!same) fail(`${what}: ${JSON.stringify(got)}, not ${JSON.stringify(want)}`);
  };
  return {
    ask, resize, address, settle,
    same: (got, want, what) => see(JSON.stringify(got) === JSON.stringify(want), got, want, what),
    close: (got, want, what) => see(Math.abs(got - want) <= 0.03 * Math.abs(want) + 0.5, got, want, what),
    open: async (page) => {
      if (!size) await resize(wide);
      await tab.goto('about:blank'); // so that a page opened again is loaded again
      await tab.goto(site.url + page, { waitUntil: 'load' });
      await settleIfScripted(tab, settle);
    },
    reload: async () => {
      await tab.reload({ waitUntil: 'load' });
      await settle();
    },
    back: async () => {
      await ask(() => new Promise((done) => {
        addEventListener('popstate', done, { once: true });
        history.back();
      }));
      await settle();
    },
    withoutScripts: async (work) => {
      await tab.setJavaScriptEnabled(false);
      await work();
    },
    text: (selector) => ask((s) => document.querySelector(s).textContent, selector),
    count: (selector) => ask((s) => document.querySelectorAll(s).length, selector),
    shows: (...selectors) => ask((list) => list.map((s) => Boolean(document.querySelector(s)?.checkVisibility({ visibilityProperty: true }))), selectors),
    click: async (selector) => {
      await tab.click(selector);
      await settleIfScripted(tab, settle);
    },
    choose: async (selector, value) => {
      await tab.select(selector, value);
      await settle();
    },
    type: async (selector, text) => {
      await tab.click(selector);
      await tab.keyboard.type(text);
    },
    erase: async (selector) => {
      await tab.click(selector, { count: 3 });
      await tab.keyboard.press('Backspace');
    },
    pointAt: async (href) => {
      const { x, y } = await point(href, 'map');
      await tab.mouse.move(x, y);
    },
    pointAtRow: async (href) => {
      const { x, y } = await point(href, 'row');
      await tab.mouse.move(x, y);
    },
    tap: async (href, among) => {
      const { x, y } = await point(href, among);
      const before = tab.url();
      await tab.touchscreen.tap(x, y);
      await new Promise((done) => setTimeout(done, 300)); // a tap may load a page, and nothing tells that it does not
      if (tab.url() !== before) await tab.waitForSelector('main');
    },
    focus: (href) => ask((h) => document.querySelector(`svg.map a[href$="${h}"]:not(.callout)`).focus(), href),
    focusOn: (selector) => tab.focus(selector),
    press: async (key) => {
      await Promise.all([Promise.race([tab.waitForNavigation({ timeout: 2000 }).catch(() => {}), new Promise((done) => setTimeout(done, 700))]), tab.keyboard.press(key)]);
    },
    lit: () => ask(() => [...document.querySelectorAll('svg.map a.lit:not(.callout)')].map((a) => a.getAttribute('href').replace('../', ''))),
    bright: () => ask(() => [...new Set([...document.querySelectorAll('svg.map a:not(.dim)')].map((a) => a.getAttribute('href')))].sort()),
    measure: () => ask(measure),
    moves: () => ask(movers),
    tiles: () => ask(lookAtTiles),
  };
}

async function settleIfScripted(tab, settle) {
  if (tab.isJavaScriptEnabled()) await settle();
}

// The functions below run in the page.

// standStill waits until the map has not moved for some frames: by then all that follows from what was done is on the
// screen.
function standStill() {
  const box = () => document.querySelector('svg.map')?.getAttribute('viewBox');
  return new Promise((done) => {
    let last = box(), still = 0;
    requestAnimationFrame(function look() {
      still = box() === last ? still + 1 : 0;
      last = box();
      if (still > 4) done();
      else requestAnimationFrame(look);
    });
  });
}

// visiblePoint scrolls a region's shape, tile or row to the middle and gives a point of it that nothing covers.
function visiblePoint(href, among) {
  const scope = { map: 'svg.map a:not(.callout)', tiles: 'svg.tiles a', row: 'main :is(tr, li) a' }[among];
  const link = [...document.querySelectorAll(scope)].find((a) => a.getAttribute('href').endsWith(href));
  const shape = among === 'row' ? link.closest('tr, li') : link.querySelector('path, rect');
  scrollBy(0, shape.getBoundingClientRect().top - innerHeight / 2);
  const box = shape.getBoundingClientRect(), steps = 12;
  for (let i = 1; i < steps; i++) {
    for (let j = 1; j < steps; j++) {
      const x = box.left + (box.width * i) / steps, y = box.top + (box.height * j) / steps;
      const top = document.elementFromPoint(x, y);
      if (top && (among === 'row' ? shape : link).contains(top)) return { x, y };
    }
  }
  return null;
}

function measure() {
  const map = document.querySelector('svg.map'), box = map.getAttribute('viewBox'), scale = map.getScreenCTM().a;
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const label = [...map.querySelectorAll('.countries text')].find(seen), circle = map.querySelector('.totals [data-of$="be2.html"]');
  const legend = map.querySelector('.sizes circle');
  return {
    box, hash: location.hash, view: document.querySelector('.views :checked')?.value,
    zoom: Number(map.style.getPropertyValue('--zoom')), height: map.getBoundingClientRect().height,
    text: label && parseFloat(getComputedStyle(label).fontSize) * scale,
    circle: circle.getBoundingClientRect().width, legend: legend.getBoundingClientRect().width,
    legendLeft: Math.round(legend.getBoundingClientRect().left),
    named: [...map.querySelectorAll('.names text')].filter(seen).map((text) => text.textContent),
    focusable: [...map.querySelectorAll('a:not(.callout)')].filter(seen).map((link) => link.getAttribute('href')),
  };
}

// movers lists the regions whose words in the line move what stands below it, in any view.
function movers() {
  const below = () => [...document.querySelectorAll('.chart, .tiles')].map((element) => element.getBoundingClientRect().top + scrollY).join();
  const found = [], links = [...document.querySelectorAll('.sheet svg a')].filter((a) => a.checkVisibility() && !a.matches('.callout'));
  const before = below();
  for (const radio of document.querySelectorAll('.views input')) {
    radio.click();
    for (const link of links) {
      link.focus({ preventScroll: true });
      if (below() !== before) found.push(`${link.getAttribute('href')} in ${radio.value}`);
    }
  }
  return found;
}

function lookAtTiles() {
  const tiles = [...document.querySelectorAll('svg.tiles a')];
  const hrefs = (list) => [...new Set(list.map((a) => a.getAttribute('href')))].length;
  const small = [], wrong = [];
  for (const tile of tiles) {
    scrollBy(0, tile.getBoundingClientRect().top - innerHeight / 2);
    const box = tile.querySelector('rect').getBoundingClientRect(), href = tile.getAttribute('href');
    if (Math.min(box.width, box.height) < 44) small.push(href);
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.closest('a');
    if (hit !== tile) wrong.push(href);
  }
  return { small, wrong, shown: hrefs(tiles), all: hrefs([...document.querySelectorAll('svg.map a')]) };
}
