import { get } from './api.js';
import { lines } from './chart.js';
import { card, h, kept, table } from './dom.js';
import { count, duration, localDate, percent } from './format.js';
import { linkTo } from './main.js';
import { say } from './words.js';

export const INTERVAL = 1000;

const FIGURES_MS = 30_000;
const LIVE_MS = 10 * 60 * 1000;
const TARGET = 0.8;
const LONG_WAIT_MS = 120_000;

let figures = null;
let isChanged = false;
document.addEventListener('figures', () => {
  isChanged = true;
});

/** Windows of today and of the same day a week before; asked for when something has changed. */
async function read(tenant) {
  const isOld = figures === null || figures.tenant !== tenant.tenant || Date.now() - figures.at > FIGURES_MS;
  if (!isOld && !isChanged) {
    return figures;
  }
  isChanged = false;
  const today = localDate(tenant.watermark, tenant.zone);
  const hours = { tenant: tenant.tenant, window: 'hour' };
  const sums = { ...hours, from: today, sum: true, family: ['service-level', 'abandonment'] };
  const volume = { ...hours, family: 'volume' };
  const [all, queues, curve, before] = await Promise.all([
    get('/v1/kpis', sums),
    get('/v1/kpis', { ...sums, slice: 'queue' }),
    get('/v1/kpis', { ...volume, from: today }),
    get('/v1/kpis', { ...volume, from: localDate(tenant.watermark, tenant.zone, -7), to: localDate(tenant.watermark, tenant.zone, -6) }),
  ]);
  figures = { tenant: tenant.tenant, at: Date.now(), all: sumsOf(all), queues: sumsOf(queues), curve, before };
  return figures;
}

/** Sums by value, of all families together. */
function sumsOf(answer) {
  const sums = new Map();
  for (const { family, value, windows } of answer.series) {
    sums.set(value, { ...sums.get(value), [family]: windows[0] });
  }
  return sums;
}

export async function draw({ tenant, search }) {
  const [live, today] = await Promise.all([get('/v1/live', { tenant: tenant.tenant }), read(tenant)]);
  const target = Number(search.get('target') ?? TARGET);
  const watermark = Math.max(...[live, ...live.open].map((each) => Date.parse(each.watermark) || 0));
  // Of a center that is simulated faster, or computed anew, the clock of the wall says nothing.
  const instant = Math.abs(Date.now() - watermark) < LIVE_MS ? Date.now() : watermark;
  const open = (slice) => live.open.filter((each) => each.slice === slice);
  const whole = open('all')[0];
  const waits = (each) => (each?.waiting_since ? instant - Date.parse(each.waiting_since) : null);
  const level = today.all.get('all')?.['service-level']?.figures.service_level.value ?? null;
  return [
    h('h1', {}, say('now')),
    h('div', { class: 'cards' },
      card(say('waiting'), count(whole?.waiting ?? 0), whole?.waiting ? say('longest') + ' ' + duration(waits(whole)) : '', colour(waits(whole), null, target)),
      card(say('inService'), count(whole?.in_service ?? 0), ''),
      card(say('bots'), count(whole?.bot_sessions ?? 0), ''),
      card(say('chats'), count(whole?.conversations ?? 0), ''),
      card(say('available'), count(whole?.agents_available ?? 0), states(whole)),
      card(say('serviceLevel'), percent(level), say('target', percent(target)), level === null ? '' : level >= target ? 'good' : 'bad')),
    queues(open('queue'), today.queues, waits, target),
    teams(open('team')),
    h('h2', {}, say('contactsPerHour')),
    kept('curve ' + JSON.stringify([points(today.curve), points(today.before)]), () => lines(say('contactsPerHour'), [
      { name: say('today'), points: points(today.curve) },
      { name: say('weekBefore'), points: points(today.before, 7), dashed: true },
    ], count, tenant.zone)),
  ];
}

function queues(open, sums, waits, target) {
  const names = [...new Set([...open.map((each) => each.value), ...sums.keys()])].sort();
  const rows = names.map((name) => {
    const now = open.find((each) => each.value === name);
    const level = sums.get(name)?.['service-level'];
    const offered = level?.totals.visits ?? 0;
    const value = level?.figures.service_level.value ?? null;
    return {
      kind: colour(waits(now), value, target),
      cells: [
        h('a', { href: linkTo('kpis', { family: 'service-level', slice: 'queue', value: name }) }, plain(name)),
        count(now?.waiting ?? 0), now?.waiting ? duration(waits(now)) : '',
        count(now?.in_service ?? 0), count(now?.bot_sessions ?? 0),
        percent(value), count(offered), percent(level?.figures.abandon_rate?.value ?? null), duration(level?.figures.asa?.value ?? null),
      ],
    };
  });
  return table(say('queues'), [say('queue'), say('waiting'), say('longest'), say('inService'), say('bots'), say('serviceLevel'), say('offered'), say('abandoned'), say('asa')], rows, { class: 'board' });
}

function teams(open) {
  const rows = open.map((each) => [plain(each.value), count(each.in_service), count(each.agents_available), states(each)]);
  return rows.length === 0 ? null : table(say('teams'), [say('team'), say('inService'), say('available'), say('state')], rows);
}

function states(each) {
  return Object.entries(each?.agents ?? {}).map(([state, agents]) => state + ' ' + count(agents)).join(' · ');
}

/** Red while somebody waits too long or the target is missed by far, amber where it is missed. */
function colour(wait, level, target) {
  if (wait > LONG_WAIT_MS || (level !== null && level < target - 0.1)) {
    return 'bad';
  }
  return level !== null && level < target ? 'warn' : level === null ? '' : 'good';
}

/** Contacts of each hour, moved by days so that two days lie over each other. */
function points(answer, days = 0) {
  return (answer.series[0]?.windows ?? []).map((window) =>
    [Date.parse(window.start) / 1000 + days * 86_400, window.totals.inbound + window.totals.outbound]);
}

function plain(value) {
  return value.replaceAll('%2F', '/').replaceAll('%2B', '+').replaceAll('%25', '%');
}
