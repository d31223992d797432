const TOKEN = 'contact-roi-token';

/** Why there is no answer: kind is that of a state of the page. */
export class Failure extends Error {
  constructor(kind, detail) {
    super(detail);
    this.kind = kind;
  }
}

const KINDS = { 400: 'wrong', 401: 'unknown', 403: 'forbidden', 404: 'empty', 503: 'busy' };

/** Keeps a token for as long as the tab is open, and nowhere else. */
export function keepToken(token) {
  if (token) {
    sessionStorage.setItem(TOKEN, token);
  } else {
    sessionStorage.removeItem(TOKEN);
  }
}

export function hasToken() {
  return sessionStorage.getItem(TOKEN) !== null;
}

function headers(more = {}) {
  const token = sessionStorage.getItem(TOKEN);
  return token ? { ...more, Authorization: 'Bearer ' + token } : more;
}

/** An address of the API with parameters; lists stand several times, nothing is left out. */
export function address(path, parameters = {}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of [value].flat()) {
      if (each !== null && each !== undefined && each !== '') {
        search.append(name, each);
      }
    }
  }
  // The API takes a plus for a plus, as it joins the values of a slice.
  const text = search.toString().replace(/\+/g, '%20');
  return text ? path + '?' + text : path;
}

async function open(path, parameters, options = {}) {
  let response;
  try {
    response = await fetch(address(path, parameters), { cache: 'no-cache', ...options, headers: headers(options.headers) });
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Failure('offline', String(error));
  }
  if (!response.ok) {
    let detail = response.statusText;
    try {
      const problem = await response.json();
      detail = problem.errors ? problem.errors.map((each) => each.parameter + ' ' + each.detail).join('; ') : problem.detail;
    } catch {
      // Not an answer of the API: the status has to do.
    }
    throw new Failure(KINDS[response.status] ?? 'failed', detail);
  }
  return response;
}

/** An answer. */
export async function get(path, parameters, options) {
  return (await open(path, parameters, options)).json();
}

/** All pages of a list. */
export async function all(path, parameters, list) {
  const entries = [];
  let cursor = null;
  do {
    const page = await get(path, { ...parameters, cursor });
    entries.push(...page[list]);
    cursor = page.next;
  } while (cursor);
  return entries;
}

/** Calls back for each event until it is stopped; comes back by itself. */
export function follow(parameters, onEvent) {
  const stop = new AbortController();
  let last = null;
  (async () => {
    while (!stop.signal.aborted) {
      try {
        const response = await open('/v1/stream', parameters, {
          signal: stop.signal,
          headers: last ? { 'Last-Event-ID': last } : {},
        });
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        let rest = '';
        for (;;) {
          const { value, done } = await reader.read();
          if (done) {
            break;
          }
          rest += value;
          const events = rest.split('\n\n');
          rest = events.pop();
          for (const event of events) {
            const lines = Object.fromEntries(event.split('\n').filter((line) => /^\w+: /.test(line))
              .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]));
            if (lines.event) {
              last = lines.id;
              onEvent(lines.event, JSON.parse(lines.data));
            }
          }
        }
      } catch (error) {
        if (error.name === 'AbortError') {
          return;
        }
      }
      await new Promise((resume) => setTimeout(resume, 2000));
    }
  })();
  return () => stop.abort();
}
