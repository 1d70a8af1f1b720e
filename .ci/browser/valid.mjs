// Valid HTML, every page, no errors.
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const config = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The minifier chooses the shortest spelling that the HTML standard allows. These rules are about
    // spelling alone; none of them finds a page that a browser would read in another way.
    'attr-quotes': 'off', // quotes are dropped where the value needs none
    'attribute-boolean-style': 'off', // hidden, not hidden=""
    'attribute-empty-style': 'off', // alt, not alt=""
    'doctype-style': 'off', // <!doctype html> in lower case
    'no-raw-characters': ['error', { relaxed: true }], // a lone & is an & wherever it cannot be read as &name;
    'no-implicit-close': 'off', // </li>, </td>, </p> are optional
    'void-style': 'off', // <br>, not <br/>
    // The site's own files need no fingerprint: whoever could change them could change the page.
    'require-sri': ['error', { target: 'crossorigin' }],
    // A title names the region and the site; cutting it at a search engine's width would cut names.
    'long-title': 'off',
  },
};

// checkValid reads every page with html-validate; warnings count as failures.
export async function checkValid(site, report) {
  const check = 'valid HTML';
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  for (const page of site.pages) {
    report.looked(check);
    const { results } = await validator.validateFile(site.path(page));
    for (const { line, column, ruleId, selector, message } of results.flatMap((result) => result.messages)) {
      report.fail({ check, page: `${page}:${line}:${column}`, rule: ruleId, selector: selector ?? '', message });
    }
  }
}
