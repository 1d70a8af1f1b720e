// What a page says, read from the open page. The functions run inside the browser.

// readFacts gives the page's links, ids and the text of its main part.
export function readFacts(tab) {
  return tab.evaluate(() => {
    // A search box and its label are a tool that a script brings along; the rest must be the same without it.
    const optional = 'script, style, noscript, label, [data-script]';
    const main = document.querySelector('main') ?? document.body;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const words = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent.closest(optional) && parent.checkVisibility()) words.push(walker.currentNode.data);
    }
    const links = [...document.querySelectorAll('[href], [src], [*|href]')].flatMap((element) =>
      ['href', 'src', 'xlink:href']
        .filter((name) => element.hasAttribute(name))
        .map((name) => ({
          tag: element.localName,
          rel: element.getAttribute('rel') ?? '',
          href: element.getAttribute(name),
        })),
    );
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const names = [...document.querySelectorAll('a[name]')].map((element) => element.getAttribute('name'));
    return { text: words.join(' ').replace(/\s+/g, ' ').trim(), links, ids: [...ids, ...names] };
  });
}

// stylesApply tells whether the page looks different with its style sheets than without. Counting the sheets
// would not do: one that was blocked or is missing still stands in the list, empty.
export function stylesApply(tab) {
  return tab.evaluate(() => {
    const sheets = [...document.styleSheets];
    const look = () => {
      const style = getComputedStyle(document.body);
      return [style.fontFamily, style.color, style.backgroundColor, style.lineHeight, style.margin].join(' | ');
    };
    const dressed = look();
    sheets.forEach((sheet) => (sheet.disabled = true));
    const bare = look();
    sheets.forEach((sheet) => (sheet.disabled = false));
    return dressed !== bare;
  });
}

// readOverflow gives the document's width, and what sticks out of a window of the given width.
export function readOverflow(tab, width) {
  return tab.evaluate((limit) => {
    const wide = document.documentElement.scrollWidth;
    if (wide <= limit) return { wide, selectors: [] };
    const scrolls = (element) => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== 'visible') return true;
      }
      return false;
    };
    const name = (element) => {
      const id = element.id ? `#${element.id}` : '';
      return element.localName + id + [...element.classList].map((word) => `.${word}`).join('');
    };
    const out = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > limit + 0.5 && !scrolls(element),
    );
    return { wide, selectors: [...new Set(out.map(name))].slice(0, 4) };
  }, width);
}

// readSmall gives the words that are shown smaller than a size in px, those in drawings too.
export function readSmall(tab, least) {
  return tab.evaluate(async (limit) => {
    // Names on maps follow a change of width with the next frame.
    await new Promise((resolve) => (requestAnimationFrame(() => requestAnimationFrame(resolve)), setTimeout(resolve, 500)));
    const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const isShown = (element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.right > 0 && element.checkVisibility({ visibilityProperty: true });
    };
    const size = (element) => {
      const to = element.ownerSVGElement?.getScreenCTM();
      return parseFloat(getComputedStyle(element).fontSize) * (to ? Math.hypot(to.a, to.b) : 1);
    };
    const small = [...document.body.querySelectorAll('*')].filter((element) => hasText(element) && isShown(element) && size(element) < limit);
    return small.map((element) => ({ words: element.textContent.trim().slice(0, 40), size: size(element).toFixed(1) }));
  }, least);
}
