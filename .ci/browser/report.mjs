// Collects failures and prints them so that each names its page, place, rule and selector.

// A failure is { check, page, place, rule, selector, message }; all but check and message may be missing.
export class Report {
  #failures = new Map();
  #counts = new Map();

  // looked counts one thing that was looked at, whatever came of it.
  looked(check, number = 1) {
    this.#counts.set(check, (this.#counts.get(check) ?? 0) + number);
  }

  // fail notes a failure; the same one in several places (widths, schemes) becomes one with a list of places.
  fail({ check, page = '', place = '', rule = '', selector = '', message }) {
    const key = JSON.stringify([check, page, rule, selector, message]);
    const known = this.#failures.get(key) ?? { check, page, rule, selector, message, places: new Set() };
    if (place) known.places.add(place);
    this.#failures.set(key, known);
  }

  // print writes every check with its failures, at most limit a rule, and returns the number of failed checks.
  print(limit) {
    let failed = 0;
    for (const [check, count] of this.#counts) {
      const failures = [...this.#failures.values()].filter((failure) => failure.check === check);
      if (failures.length > 0) failed++;
      console.log(`${failures.length ? 'FAIL' : 'ok  '}  ${check} (${count} looked at, ${failures.length} failures)`);
      printByRule(failures, limit);
    }
    console.log(`site: ${this.#counts.size - failed} passed, ${failed} failed`);
    return failed;
  }
}

function printByRule(failures, limit) {
  for (const rule of new Set(failures.map((failure) => failure.rule))) {
    const same = failures.filter((failure) => failure.rule === rule).sort(byPage);
    for (const failure of same.slice(0, limit)) console.log(`      ${sentence(failure)}`);
    if (same.length > limit) {
      const pages = new Set(same.map((failure) => failure.page)).size;
      console.log(`      … and ${same.length - limit} more of ${rule || 'this'}, on ${pages} pages in all (--all prints them)`);
    }
  }
}

function byPage(a, b) {
  return a.page < b.page ? -1 : a.page > b.page ? 1 : 0;
}

function sentence({ page, places, rule, selector, message }) {
  const place = places.size > 0 ? `[${[...places].join(', ')}]` : '';
  return [page, place, rule, selector && `‹${selector}›`].filter(Boolean).join(' ') + `: ${message}`;
}
