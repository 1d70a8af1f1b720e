// Listens to a tab: what it asks for, what fails, what the console and the content policy say.

// watch calls note({ rule, message }) for every request that leaves allowed(url), and for every error.
// It returns a function that stops listening.
export function watch(tab, allowed, note) {
  const listeners = {
    request: (request) => {
      const url = request.url();
      // data: is part of the page itself and asks nobody.
      if (!allowed(url) && !url.startsWith('data:')) note({ rule: 'request', message: `asks for ${short(url)}, outside the site` });
    },
    requestfailed: (request) => {
      const reason = request.failure()?.errorText ?? 'failed';
      // A page left before its last file arrived is no fault of the page; a request outside is noted already.
      if (reason !== 'net::ERR_ABORTED' && allowed(request.url())) note({ rule: 'load', message: `${short(request.url())} did not load: ${reason}` });
    },
    response: (response) => {
      if (response.status() >= 400) note({ rule: 'load', message: `${short(response.url())} answered ${response.status()}` });
    },
    console: (message) => {
      if (message.type() === 'error') note({ rule: 'console', message: message.text() });
    },
    pageerror: (error) => note({ rule: 'script', message: error.message }),
  };
  for (const [event, listener] of Object.entries(listeners)) tab.on(event, listener);
  return () => {
    for (const [event, listener] of Object.entries(listeners)) tab.off(event, listener);
  };
}

// listenToPolicy makes every later page of the tab keep its content-policy violations.
export function listenToPolicy(tab) {
  return tab.evaluateOnNewDocument(() => {
    window.policyViolations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.policyViolations.push(`${event.violatedDirective} blocked ${event.blockedURI || 'inline'} ${event.sample}`.trim());
    });
  });
}

// readPolicy gives the violations kept so far, and whether the page has a policy at all.
export function readPolicy(tab) {
  return tab.evaluate(() => ({
    present: document.querySelector('meta[http-equiv="Content-Security-Policy" i]') !== null,
    violations: [...new Set(window.policyViolations ?? [])],
  }));
}

function short(url) {
  return url.length > 120 ? `${url.slice(0, 117)}…` : url;
}
