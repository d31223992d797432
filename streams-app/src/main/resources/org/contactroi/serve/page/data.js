import { Failure, get } from './api.js';
import { card, h, table } from './dom.js';
import { count, duration, percent, time } from './format.js';
import { say } from './words.js';

export const INTERVAL = 5000;

/** What a token may not see, or nothing states, is left out. */
async function maybe(path, parameters) {
  try {
    return await get(path, parameters);
  } catch (failure) {
    if (failure instanceof Failure && ['forbidden', 'empty', 'wrong'].includes(failure.kind)) {
      return null;
    }
    throw failure;
  }
}

export async function draw({ tenant }) {
  const id = tenant.tenant;
  const [roi, rejects, reference] = await Promise.all([
    maybe('/v1/roi', { tenant: id, track: 'provisional' }),
    maybe('/v1/rejects', { tenant: id, counts: true }),
    maybe('/v1/reference', { tenant: id }),
  ]);
  const settled = roi?.statement.settled_fraction;
  return [
    h('h1', {}, say('data')),
    h('div', { class: 'cards' },
      card(say('watermark'), time(tenant.watermark, tenant.zone), tenant.zone),
      card(say('lag'), duration(Date.now() - Date.parse(tenant.watermark)), ''),
      card(say('settledShare'), settled ? percent(settled.numerator / settled.denominator) : percent(null), settled ? `${count(settled.numerator)} / ${count(settled.denominator)}` : '')),
    rejects ? refused(rejects.counts) : null,
    roi ? unpriced(roi.statement) : null,
    reference ? versions(reference.records) : null,
  ];
}

function refused(counts) {
  const rows = Object.entries(counts).map(([reason, events]) => [reason, count(events)]);
  return rows.length === 0
    ? [h('h2', {}, say('rejects')), h('p', {}, say('noRejects'))]
    : table(say('rejects'), [say('reason'), say('events')], rows);
}

function unpriced(statement) {
  const lines = new Map();
  for (const amount of Object.values(statement.provisional)) {
    for (const { resource, key, quantity } of amount?.unpriced ?? []) {
      lines.set(resource + ' ' + key, [resource + ' ' + key, count(quantity)]);
    }
  }
  return lines.size === 0
    ? [h('h2', {}, say('unpriced')), h('p', {}, say('nothingUnpriced'))]
    : table(say('unpriced'), [say('resource'), say('quantity')], [...lines.values()]);
}

function versions(entries) {
  return table(say('reference'), [say('what'), say('from')], entries.map((entry) => [entry.key, entry.valid_from ?? entry.fields?.['valid-from'] ?? '']));
}
