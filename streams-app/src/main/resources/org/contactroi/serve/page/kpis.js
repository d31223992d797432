import { all, Failure, get } from './api.js';
import { lines } from './chart.js';
import { h, kept, table } from './dom.js';
import { count, figure as written, localDate, time } from './format.js';
import { link, linkTo } from './main.js';
import { say } from './words.js';

export const INTERVAL = 5000;

const DAYS = { minute: 0, hour: 1, day: 30 };
const ROWS_BEHIND = 100;

let families = null;

export async function draw({ tenant, search }) {
  families ??= (await get('/v1/families')).families;
  const family = families.find((each) => each.family === search.get('family')) ?? families[0];
  const figure = family.figures.find((each) => each.figure === search.get('figure')) ?? family.figures[0];
  const slice = search.get('slice') ?? 'all';
  const window = search.get('window') ?? 'hour';
  const id = tenant.tenant;
  const values = slice === 'all' ? ['all'] : await all('/v1/slices/' + encodeURIComponent(slice) + '/values', { tenant: id, family: family.family }, 'values');
  const value = search.get('value') ?? values[0];
  const range = rangeOf(search, tenant, window);
  const compare = search.get('compare') ?? '';
  const asked = { tenant: id, family: family.family, slice, value, window, from: range.from, to: range.to };
  const [answer, other] = await Promise.all([
    get('/v1/kpis', asked),
    compare === '' ? null : get('/v1/kpis', { ...asked, ...comparedTo(compare, range) }),
  ]);
  const windows = answer.series[0]?.windows ?? [];
  const others = other?.series[0]?.windows ?? [];
  const chosen = windows.find((each) => each.start === search.get('start'));
  return [
    h('h1', {}, say('kpis')),
    choices({ family, figure, slice, value, values, window, range, compare }),
    h('p', { class: 'definition' }, h('strong', {}, figure.figure + ': '), figure.definition),
    windows.length === 0 ? h('p', {}, say('empty')) : null,
    kept('chart ' + [figure.figure, ...windows.map(valueOf(figure)), ...others.map(valueOf(figure))].join(' ') + range.from, () => lines(figure.figure, [
      { name: value, points: points(windows, figure) },
      ...(other ? [{ name: nameOf(compare), points: points(others, figure, shift(compare, range)), dashed: true }] : []),
    ], (number) => written(number, figure.unit), tenant.zone)),
    chosen ? await details({ tenant, family, figure, slice, value, window }, chosen) : null,
    series(windows, family, figure, tenant.zone),
  ];
}

function rangeOf(search, tenant, window) {
  const to = search.get('to') ?? localDate(tenant.watermark, tenant.zone, 1);
  return { from: search.get('from') ?? localDate(to + 'T12:00:00Z', 'UTC', -Math.max(1, DAYS[window])), to };
}

function days({ from, to }) {
  return Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}

/** Another value, or the days before these. */
function comparedTo(compare, range) {
  return compare === 'before'
    ? { from: localDate(range.from + 'T12:00:00Z', 'UTC', -days(range)), to: range.from }
    : { value: compare.slice('value '.length) };
}

function shift(compare, range) {
  return compare === 'before' ? days(range) * 86_400 : 0;
}

function nameOf(compare) {
  return compare === 'before' ? say('before') : compare.slice('value '.length);
}

function choices({ family, figure, slice, value, values, window, range, compare }) {
  const select = (name, word, options, current, clears = '') => h('label', {}, say(word),
    h('select', { name, 'data-clears': clears || null }, options.map(([option, text]) => h('option', { value: option, selected: option === current }, text ?? option))));
  const slices = [...new Set(['all', 'channel', 'queue', 'issue', 'bot', 'team', 'channel+queue', slice])];
  return h('form', { class: 'choices' },
    select('family', 'family', families.map((each) => [each.family]), family.family, 'figure value start compare'),
    select('figure', 'figure', family.figures.map((each) => [each.figure]), figure.figure),
    select('slice', 'slice', slices.map((each) => [each]), slice, 'value start compare'),
    select('value', 'value', values.map((each) => [each]), value, 'start'),
    select('window', 'window', ['hour', 'day', ...(family.has_minutes ? ['minute'] : [])].map((each) => [each, say(each)]), window, 'from start'),
    h('label', {}, say('from'), h('input', { type: 'date', name: 'from', value: range.from, 'data-clears': 'start' })),
    h('label', {}, say('to'), h('input', { type: 'date', name: 'to', value: range.to, 'data-clears': 'start' })),
    select('compare', 'compare', [['', say('nothing')], ['before', say('before')],
      ...values.filter((each) => each !== value).map((each) => ['value ' + each, each])], compare));
}

function valueOf(figure) {
  return (window) => window.figures[figure.figure]?.value ?? null;
}

function points(windows, figure, seconds = 0) {
  return windows.map((window) => [Date.parse(window.start) / 1000 + seconds, valueOf(figure)(window)]);
}

/** Every number opens what it is made of. */
function series(windows, family, figure, zone) {
  const heads = [say('start'), ...family.figures.map((each) => each.figure), say('status')];
  const rows = [...windows].reverse().map((window) => [
    time(window.start, zone),
    ...family.figures.map((each) => h('a', { href: link({ figure: each.figure, start: window.start }) }, written(window.figures[each.figure]?.value ?? null, each.unit))),
    window.status ? say(window.status) : '',
  ]);
  return table(family.family, heads, rows);
}

async function details({ tenant, family, figure, slice, value, window }, chosen) {
  const { numerator, denominator } = chosen.figures[figure.figure];
  return h('section', { class: 'details' },
    h('h2', {}, figure.figure + ', ' + time(chosen.start, tenant.zone)),
    h('dl', {},
      h('dt', {}, say('number')), h('dd', {}, written(valueOf(figure)(chosen), figure.unit)),
      h('dt', {}, say('definition')), h('dd', {}, figure.definition),
      h('dt', {}, say('numerator')), h('dd', {}, count(numerator)),
      h('dt', {}, say('denominator')), h('dd', {}, count(denominator))),
    window === 'minute'
      ? h('p', {}, say('noBehind'))
      : await behind({ tenant: tenant.tenant, family: family.family, slice, value: slice === 'all' ? null : value, window, start: chosen.start, figure: figure.figure }, tenant.zone));
}

let explained = null;

/** What adds up to the figure; read once, as it takes the server a look at all contacts. */
async function behind(asked, zone) {
  const key = JSON.stringify(asked);
  if (explained?.key !== key) {
    try {
      explained = { key, answer: await get('/v1/explain', { ...asked, limit: ROWS_BEHIND }) };
    } catch (failure) {
      if (!(failure instanceof Failure) || failure.kind === 'offline' || failure.kind === 'busy') {
        throw failure;
      }
      explained = { key, answer: failure };
    }
  }
  const { answer } = explained;
  if (answer instanceof Failure) {
    return h('p', {}, (answer.kind === 'forbidden' ? say('forbidden') + ': ' : '') + answer.message);
  }
  const { rows, sum } = answer;
  return [
    table(say('behindIt'), ['ID', say('start'), say('channel'), say('queue'), say('issue'), say('handledBy'), say('contributes')],
      rows.map((row) => [
        h('a', { href: linkTo('contact', { id: row.interactions?.[0] ?? row.id }) }, row.id),
        time(row.start, zone), row.channel ?? '', row.queue ?? '', row.issue ?? '', row.handled_by ?? '',
        Object.values(row.figures).map((each) => each.numerator + ' / ' + each.denominator).join('; '),
      ])),
    h('p', {}, say('shown', count(rows.length), count(sum.contributing)) + ' ' + say(sum.equal ? 'addsUp' : 'differs')),
  ];
}
