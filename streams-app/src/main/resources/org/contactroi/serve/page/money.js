import { all, get, Failure } from './api.js';
import { lines } from './chart.js';
import { card, h, kept, table } from './dom.js';
import { count, day, money, percent } from './format.js';
import { linkTo } from './main.js';
import { say } from './words.js';

export const INTERVAL = 5000;

const COURSE_MS = 60_000;
const PREPARED_MS = 15_000;
const BENEFITS = ['counterfactual', 'actual', 'saving', 'cashable', 'margin', 'retention', 'declared_included', 'benefit'];
const COSTS = ['capex', 'opex', 'hidden', 'ai_run', 'cost'];
const SUMS = ['benefit', 'cost', 'net_value'];
const CAUSES = ['repeats', 'containment', 'handle_time', 'other', 'rounding'];

let course = null;

/** All days: their cash on both tracks, and what their saving is from. */
async function read(tenant, statement) {
  const key = [tenant, statement.revision, statement.from].join(' ');
  if (course !== null && course.tenant === tenant && (course.key === key || Date.now() - course.at < COURSE_MS)) {
    return course;
  }
  const [days, savings] = await Promise.all([
    all('/v1/roi/course', { tenant, horizon: 'day' }, 'statements'),
    all('/v1/kpis', { tenant, family: 'saving', window: 'day', from: statement.go_live, to: next(statement.to) }, 'series'),
  ]);
  const causes = Object.fromEntries(CAUSES.map((cause) => [cause, 0]));
  let isComplete = true;
  for (const window of savings.flatMap((series) => series.windows)) {
    const explanation = window.money?.explanation;
    isComplete &&= Boolean(explanation);
    CAUSES.forEach((cause) => {
      causes[cause] += explanation?.[cause + '_micros'] ?? 0;
    });
  }
  course = { tenant, key, at: Date.now(), days, causes: isComplete && savings.length > 0 ? causes : null };
  return course;
}

function next(date) {
  const after = new Date(date + 'T00:00:00Z');
  after.setUTCDate(after.getUTCDate() + 1);
  return after.toISOString().slice(0, 10);
}

export async function draw({ tenant, search, main }) {
  const answer = await get('/v1/roi', { tenant: tenant.tenant });
  const { statement } = answer;
  const known = await read(tenant.tenant, statement);
  const { settled, provisional, currency } = statement;
  const parts = [
    h('h1', {}, say('return')),
    h('div', { class: 'cards' },
      card(say('roi'), percent(roi(settled), true), say('of', percent(roi(provisional), true)), sign(roi(settled))),
      card(say('net'), money(settled.net_value.micros, currency), say('of', money(provisional.net_value.micros, currency)), sign(settled.net_value.micros)),
      payback(statement),
      perContact(provisional, currency)),
    h('p', { class: 'formula' }, h('strong', {}, say('formula') + ': '), formula(settled, currency)),
    statementTable(statement),
    h('h2', {}, say('course')),
    kept('cash ' + known.key, () => lines(say('course'), [
      { name: say('cashSettled'), points: cash(known.days, 'settled') },
      { name: say('cashAll'), points: cash(known.days, 'provisional'), dashed: true },
    ], (micros) => money(micros, currency, 0), 'UTC')),
    known.causes ? causes(known.causes, statement) : null,
    phases(answer.phases),
    scores(statement.scorecard),
    await whatIf(tenant.tenant, statement, search, main),
  ];
  return parts;
}

/** Undefined where nothing is settled yet. */
function roi(track) {
  return track.days > 0 && track.roi.denominator !== 0 ? track.roi.numerator / track.roi.denominator : null;
}

function sign(value) {
  return value === null ? '' : value >= 0 ? 'good' : 'bad';
}

function payback(statement) {
  const paid = statement.payback;
  if (paid?.date) {
    const days = Math.round((Date.parse(paid.date) - Date.parse(statement.go_live)) / 86_400_000);
    return card(say('payback'), day(paid.date), say('paybackAfter', count(days)), 'good');
  }
  return card(say('payback'), say('paybackNot'), paid?.run_rate_days != null ? say('paybackPace', count(paid.run_rate_days)) : '');
}

/** Of the issues that a baseline says something of, at the same prices. */
function perContact(track, currency) {
  const episodes = track.episodes - track.episodes_without_baseline;
  const run = sum(track.ai_run, track.ai_covered);
  const each = (micros) => (micros === null || episodes <= 0 ? null : micros / episodes);
  const before = each(track.counterfactual.micros);
  const now = each(sum(track.actual, { micros: run }));
  return card(say('perContact'), money(before, currency) + ' → ' + money(now, currency), say('perContactNote'));
}

function sum(...amounts) {
  return amounts.some((amount) => amount.micros === null) ? null : amounts.reduce((all, amount) => all + amount.micros, 0);
}

function formula(track, currency) {
  if (roi(track) === null) {
    return '(B − C) / C';
  }
  const [benefit, cost] = [money(track.benefit.micros, currency), money(track.cost.micros, currency)];
  return `(B − C) / C = (${benefit} − ${cost}) / ${cost} = ${percent(roi(track), true)}`;
}

function statementTable(statement) {
  const { settled, provisional, currency } = statement;
  const row = (name) => ({
    kind: SUMS.includes(name) ? 'sum' : '',
    cells: [say(name), money(settled[name].micros, currency), money(provisional[name].micros, currency)],
  });
  return table(say('statement', day(statement.from), day(statement.to)), [say('component'), say('official'), say('provisional')],
    [...BENEFITS, ...COSTS, 'net_value', 'cash'].map(row));
}

function cash(days, track) {
  let balance = 0;
  const points = [];
  for (const each of days) {
    const amount = each[track]?.cash?.micros ?? null;
    if (amount === null || (track === 'settled' && each[track].days === 0)) {
      continue;
    }
    balance += amount;
    points.push([Date.parse(each.to) / 1000, balance]);
  }
  return points;
}

function causes(amounts, statement) {
  const rows = CAUSES.map((cause) => [
    cause === 'rounding'
      ? say(cause)
      : h('a', { href: linkTo('kpis', { family: 'saving', window: 'day', from: statement.go_live }) }, say(cause)),
    money(amounts[cause], statement.currency),
  ]);
  const all = CAUSES.reduce((total, cause) => total + amounts[cause], 0);
  return table(say('causes'), [say('cause'), say('amount')], [...rows, { kind: 'sum', cells: [say('saving'), money(all, statement.currency)] }]);
}

function phases(phases) {
  return phases.length === 0 ? null : table(say('phases'),
    [say('phase'), say('from'), say('to'), say('roi'), say('net'), say('perContact')],
    phases.map((phase) => {
      const track = phase.provisional;
      const each = track.cost_per_interaction;
      return [say(phase.horizon), day(phase.from), day(phase.to), percent(roi(track), true), money(track.net_value.micros, phase.currency),
        each.denominator === 0 ? money(null, phase.currency) : money(each.numerator / each.denominator, phase.currency)];
    }));
}

function scores(lines) {
  return table(say('scores'), [say('score'), say('value'), say('baseline'), say('change'), say('n')], lines.map((line) => {
    const value = line.value.denominator === 0 ? null : line.value.numerator / line.value.denominator / 100;
    const before = line.baseline === null ? null : line.baseline / 100;
    return [line.score, count(value), count(before), value === null || before === null ? count(null) : count(value - before), count(line.n)];
  }));
}

const SLIDERS = [
  { name: 'human-rates', word: 'humanRate', min: 50, max: 200, step: 5 },
  { name: 'realisation', word: 'realisation', min: 0, max: 100, step: 5, absolute: true },
  { name: 'baseline-usage', word: 'baselineEffort', min: 50, max: 150, step: 5 },
];

/** Who comes near the sliders will ask: the server may read what it values before. */
let prepared = 0;
for (const event of ['pointerover', 'focusin']) {
  document.addEventListener(event, ({ target }) => {
    if (target instanceof Element && target.closest('.what-if') && Date.now() - prepared > PREPARED_MS) {
      prepared = Date.now();
      get('/v1/what-if', { tenant: target.closest('.what-if').dataset.tenant, 'human-rates': 1 }).catch(() => {});
    }
  });
}

/** The same days under other assumptions; nothing where the server cannot say. */
async function whatIf(tenant, statement, search, main) {
  const chosen = Object.fromEntries(SLIDERS.filter(({ name }) => search.has(name)).map(({ name }) => [name, search.get(name)]));
  let answer = null;
  if (Object.keys(chosen).length > 0) {
    try {
      answer = await get('/v1/what-if', { tenant, ...Object.fromEntries(Object.entries(chosen).map(([name, percent]) => [name, String(percent / 100)])) });
    } catch (failure) {
      if (!(failure instanceof Failure) || failure.kind === 'offline') {
        throw failure;
      }
      answer = failure;
    }
  }
  const other = answer?.what_if?.provisional;
  const official = answer?.official?.provisional;
  return h('section', { class: 'what-if', 'data-tenant': tenant },
    h('h2', {}, say('whatIf')),
    h('form', { class: 'choices' }, SLIDERS.map(({ name, word, min, max, step }) => h('label', {},
      say(word) + ' ' + (chosen[name] === undefined ? say('asIs') : percent(chosen[name] / 100)),
      h('input', { type: 'range', name, min, max, step, value: chosen[name] ?? (name === 'realisation' ? max : 100) })))),
    answer instanceof Failure ? h('p', {}, answer.message) : null,
    other
      ? table(say('whatIf'), [say('component'), say('asIs'), say('whatIf')], [
        [say('roi'), percent(roi(official), true), percent(roi(other), true)],
        ...['saving', 'benefit', 'cost', 'net_value'].map((name) =>
          [say(name), money(official[name].micros, statement.currency), money(other[name].micros, statement.currency)]),
      ])
      : null);
}
