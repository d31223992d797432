import { get } from './api.js';
import { card, h, table } from './dom.js';
import { duration, money, time } from './format.js';
import { say } from './words.js';

export const INTERVAL = 10_000;

/** One contact: who did what when, and what it cost. */
export async function draw({ tenant, search }) {
  const answer = await get('/v1/interactions/' + encodeURIComponent(search.get('id') ?? ''), { tenant: tenant.tenant });
  const { interaction, story, money: worth } = answer;
  return [
    h('h1', {}, say('contact') + ' ' + interaction.interaction_id),
    h('div', { class: 'cards' },
      card(say('channel'), interaction.channel, [interaction.queue, interaction.issue].filter(Boolean).join(' · ')),
      card(say('start'), time(interaction.start, tenant.zone), ''),
      card(say('handledBy'), interaction.handled_by, ''),
      ...(worth ? [card(say('worth'), money(micros(worth.total), worth.currency, 4), `${say('actual')} ${money(micros(worth.human), worth.currency, 4)} · ${say('ai_run')} ${money(micros(worth.ai), worth.currency, 4)}`)] : [])),
    table(say('story'), [say('when'), say('what'), say('who'), say('end')], story.map((each) => [
      time(each.at, tenant.zone) + ' +' + duration(Date.parse(each.at) - Date.parse(interaction.start)),
      each.what, each.who ?? '', each.until ? duration(Date.parse(each.until) - Date.parse(each.at)) : '',
    ])),
  ];
}

/** Exact amounts are texts, fractions where they have no end. */
function micros(text) {
  if (text === null || text === undefined) {
    return null;
  }
  const [numerator, denominator = '1'] = String(text).split('/');
  return Number(numerator) / Number(denominator);
}
