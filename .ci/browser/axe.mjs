// Accessibility rules, run by axe inside the open page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const options = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  resultTypes: ['violations'],
  // axe would ask for the style sheets again, which the page's own policy forbids; no rule used here needs them.
  preload: false,
};

// loadAxe puts axe into the page; by the debugger's way, so that the page's policy need not allow it.
export function loadAxe(tab) {
  return tab.evaluate(source);
}

// runAxe returns one { rule, selector, message } for each element that breaks a rule.
export function runAxe(tab) {
  return tab.evaluate(async (settings) => {
    const { violations } = await window.axe.run(document, settings);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => ({
        rule: id,
        selector: target.flat().join(' '),
        message: [...all, ...none, ...any].map((check) => check.message).join('; '),
      })),
    );
  }, options);
}
