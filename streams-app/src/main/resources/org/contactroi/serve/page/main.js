import { all, Failure, follow, hasToken, keepToken } from './api.js';
import { fill, h } from './dom.js';
import { time } from './format.js';
import { knows, language, say, setLanguage } from './words.js';
import * as contact from './contact.js';
import * as data from './data.js';
import * as kpis from './kpis.js';
import * as money from './money.js';
import * as now from './now.js';

const VIEWS = { now, return: money, kpis, data };
const OTHERS = { contact };
const BEHIND_MS = 15 * 60 * 1000;
const PAST_MS = 24 * 60 * 60 * 1000;
const CHANGES_MS = 1000;

let tenants = [];
let stop = () => {};
let followed = null;
let timer = null;
let turn = 0;

/** What the address says. */
function state() {
  return new URLSearchParams(location.search);
}

/** The address of this view with other parameters; null takes one away. */
export function link(changes) {
  const search = state();
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') {
      search.delete(name);
    } else {
      search.set(name, value);
    }
  }
  return '?' + search;
}

/** The address of another view, of the same tenant and language. */
export function linkTo(view, parameters = {}) {
  const search = new URLSearchParams({ view, ...parameters });
  for (const name of ['tenant', 'lang']) {
    if (state().has(name) && !search.has(name)) {
      search.set(name, state().get(name));
    }
  }
  return '?' + search;
}

function go(address, replaces = false) {
  history[replaces ? 'replaceState' : 'pushState'](null, '', address);
  begin();
}

function viewName() {
  const name = state().get('view') ?? 'now';
  return name in VIEWS || name in OTHERS ? name : 'now';
}

function begin() {
  setLanguage(state().get('lang') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'));
  document.body.classList.toggle('wall', state().has('wall'));
  document.title = say(viewName()) + ' · Contact ROI';
  clearTimeout(timer);
  timer = null;
  turn++;
  show(turn);
}

async function show(mine) {
  const name = viewName();
  const view = VIEWS[name] ?? OTHERS[name];
  const main = document.getElementById('main');
  if (main.dataset.view !== name) {
    main.dataset.view = name;
    fill(main, h('p', { class: 'loading' }, say('loading')));
  }
  timer = null;
  let wait = view.INTERVAL;
  try {
    tenants = await all('/v1/tenants', {}, 'tenants');
    const tenant = tenants.find((each) => each.tenant === state().get('tenant')) ?? (state().has('tenant') ? null : tenants[0]);
    if (mine !== turn) {
      return;
    }
    drawHead(name, tenant);
    if (!tenant) {
      throw new Failure('empty', state().get('tenant') ?? '');
    }
    listen(tenant.tenant);
    const parts = await view.draw({ tenant, search: state(), main });
    if (mine !== turn) {
      return;
    }
    fill(main, behind(tenant), ...[parts].flat());
    main.removeAttribute('data-failure');
  } catch (failure) {
    if (mine !== turn) {
      return;
    }
    if (!(failure instanceof Failure)) {
      throw failure;
    }
    drawHead(name, tenants.find((each) => each.tenant === state().get('tenant')) ?? tenants[0]);
    drawFailure(main, failure);
    wait = failure.kind === 'unknown' || failure.kind === 'forbidden' ? 0 : 2000;
  }
  if (wait > 0) {
    timer = setTimeout(() => show(mine), wait);
  }
}

function drawHead(name, tenant) {
  const options = tenants.map((each) => h('option', { value: each.tenant, selected: each.tenant === tenant?.tenant }, each.tenant));
  fill(document.getElementById('head'),
    h('p', { class: 'brand' }, h('a', { href: linkTo('now') }, say('title'))),
    h('nav', { 'aria-label': say('title') }, Object.keys(VIEWS).map((each) =>
      h('a', { href: linkTo(each), 'aria-current': each === name ? 'page' : null }, say(each)))),
    h('form', { class: 'tenant' },
      h('label', {}, say('tenant'), ' ', h('select', { name: 'tenant' }, options))),
    h('a', { class: 'language', href: link({ lang: language() === 'zh' ? 'en' : 'zh' }), lang: language() === 'zh' ? 'en' : 'zh' }, say('language')));
  fill(document.getElementById('foot'),
    tenant ? h('p', {}, say('reached', time(tenant.watermark, tenant.zone)) + ' · ' + tenant.zone) : null,
    hasToken() ? h('p', {}, h('a', { href: link({}), 'data-forget': true }, say('leave'))) : null);
}

function behind(tenant) {
  const by = tenant.watermark ? Date.now() - Date.parse(tenant.watermark) : 0;
  const text = (word) => say(word, time(tenant.watermark, tenant.zone));
  if (by > PAST_MS) {
    return h('p', { class: 'past' }, text('past'));
  }
  return by > BEHIND_MS ? h('p', { class: 'behind' }, text('behind')) : null;
}

/** What went wrong, and what to do. What was shown stays where the server is away. */
function drawFailure(main, failure) {
  document.getElementById('status').textContent = say(failure.kind);
  const isShown = main.querySelector('table, .card') !== null;
  if ((failure.kind === 'offline' || failure.kind === 'busy') && isShown) {
    main.dataset.failure = say(failure.kind) + ' · ' + say(failure.kind + '.do');
    return;
  }
  fill(main, h('section', { class: 'state ' + failure.kind },
    h('h1', {}, say(failure.kind)),
    failure.kind === 'failed' || failure.kind === 'wrong' || failure.kind === 'empty' ? h('p', {}, failure.message) : null,
    h('p', {}, knows(failure.kind + '.do') ? say(failure.kind + '.do') : ''),
    failure.kind === 'unknown' || failure.kind === 'forbidden'
      ? h('form', { class: 'token' },
        h('label', {}, say('token'), ' ', h('input', { name: 'token', type: 'password', autocomplete: 'off', required: true })),
        h('button', {}, say('enter')))
      : null));
}

document.addEventListener('click', (event) => {
  const target = event.target.closest('a');
  if (!target || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
    return;
  }
  if ('forget' in target.dataset) {
    keepToken(null);
  }
  const href = target.getAttribute('href');
  if (href.startsWith('?')) {
    event.preventDefault();
    go(href);
    if (!target.closest('main')) {
      document.getElementById('main').focus({ preventScroll: true });
    }
  }
});

document.addEventListener('change', (event) => {
  const form = event.target.closest('form');
  if (form?.classList.contains('tenant')) {
    go(linkTo(viewName(), { tenant: event.target.value }));
  } else if (form?.classList.contains('choices')) {
    go(link({ [event.target.name]: event.target.value, ...(event.target.dataset.clears ? Object.fromEntries(event.target.dataset.clears.split(' ').map((name) => [name, null])) : {}) }));
  }
});

document.addEventListener('submit', (event) => {
  event.preventDefault();
  if (event.target.classList.contains('token')) {
    keepToken(event.target.elements.token.value.trim());
    begin();
  }
});

addEventListener('popstate', begin);
addEventListener('online', begin);

/** Windows that have changed are asked for again soon after. */
function listen(tenant) {
  if (tenant === followed) {
    return;
  }
  stop();
  followed = tenant;
  let due = null;
  stop = follow({ tenant, slice: ['all', 'queue'] }, () => {
    due ??= setTimeout(() => {
      due = null;
      document.dispatchEvent(new CustomEvent('figures'));
      if (timer !== null && viewName() !== 'now') {
        clearTimeout(timer);
        show(turn);
      }
    }, CHANGES_MS);
  });
}

begin();
