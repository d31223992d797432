// The page in a browser. PAGE is its address, SHOTS a folder for pictures, if they are wanted.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { chromium } from 'playwright-core';

const PAGE = process.env.PAGE;
const SHOTS = process.env.SHOTS;
const SOON = 20_000;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
});

after(() => browser?.close());

/** A page that fails the test for every error it tells and every other host it asks. */
async function open(search, options = {}) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(SOON);
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => new URL(request.url()).origin === new URL(PAGE).origin || wrong.push('asks ' + request.url()));
  await page.goto(PAGE + search);
  return { page, wrong, close: () => context.close() };
}

async function shot(page, name) {
  if (SHOTS) {
    await page.screenshot({ path: `${SHOTS}/${name}.png` });
  }
}

/** What a checker of accessibility finds that keeps somebody out. */
async function findings(page) {
  // By the debugger, as the page's own policy allows no script from elsewhere.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter((each) => ['serious', 'critical'].includes(each.impact))
    .map((each) => each.id + ': ' + each.nodes.map((node) => node.target.join(' ')).join(', '));
}

const VIEWS = {
  now: ['Now', '.board tbody tr'],
  return: ['Return', '.card.good'],
  kpis: ['KPIs', '.plot canvas'],
  data: ['Data', '.card'],
};

for (const [view, [title, content]] of Object.entries(VIEWS)) {
  test(`${view} shows figures, to everybody, and asks nobody else`, async () => {
    const { page, wrong, close } = await open(`?view=${view}`);
    await page.locator('h1', { hasText: title }).waitFor();
    await page.locator(content).first().waitFor();
    assert.deepEqual(await findings(page), []);
    await shot(page, view);
    assert.deepEqual(wrong, []);
    await close();
  });

  test(`${view} fits a phone, in the dark`, async () => {
    const { page, wrong, close } = await open(`?view=${view}`, { viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    await page.locator(content).first().waitFor();
    const { wide, there } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, there: document.documentElement.clientWidth }));
    assert.ok(wide <= there, `${wide} px wide of ${there}`);
    assert.deepEqual(await findings(page), []);
    await shot(page, view + '-phone');
    assert.deepEqual(wrong, []);
    await close();
  });
}

test('one figure leads from the return down to a contact and what it cost', async () => {
  const { page, wrong, close } = await open('?view=return');
  await page.getByRole('link', { name: 'Fewer contacts handled by people' }).click();
  await page.locator('h1', { hasText: 'KPIs' }).waitFor();
  await page.getByLabel('Family').selectOption('handle-time');
  await page.getByLabel('Window').selectOption('day');
  const figure = page.locator('table a', { hasText: ':' }).nth(6);
  await figure.click();
  const details = page.locator('.details');
  await details.getByText('Numerator').waitFor();
  await details.getByText('They add up to what is published').waitFor();
  await shot(page, 'behind');
  await details.locator('tbody a').first().click();
  await page.locator('h1', { hasText: 'Contact' }).waitFor();
  await page.locator('table', { hasText: 'What happened' }).waitFor();
  assert.match(await page.locator('.card', { hasText: 'What it cost' }).innerText(), /€/);
  await shot(page, 'contact');
  await page.goBack();
  await details.waitFor();
  assert.deepEqual(wrong, []);
  await close();
});

test('what is open moves within two seconds of what the server says', async () => {
  const { page, wrong, close } = await open('?view=now');
  const tenant = await page.locator('select[name=tenant]').inputValue();
  const said = async () => {
    const { open } = await (await page.request.get(`${PAGE}v1/live?tenant=${tenant}&slice=all`)).json();
    return [open[0]?.in_service ?? 0, open[0]?.waiting ?? 0, open[0]?.agents_available ?? 0].join(' ');
  };
  const shown = async () => (await Promise.all(['In service', 'Waiting', 'Agents available'].map((name) =>
    page.locator('.card', { has: page.getByRole('heading', { name, exact: true }) }).locator('.value').innerText()))).join(' ');
  await page.locator('.board').waitFor();
  let moves = 0;
  let last = await said();
  const end = Date.now() + 40_000;
  while (moves < 3 && Date.now() < end) {
    const now = await said();
    if (now !== last) {
      last = now;
      const due = Date.now() + 2000;
      let seen = await shown();
      while (seen !== last && Date.now() < due) {
        last = await said();
        seen = await shown();
      }
      assert.equal(seen, last);
      moves++;
    }
  }
  assert.ok(moves > 0, 'nothing moved');
  assert.deepEqual(wrong, []);
  await close();
});

test('it speaks Chinese', async () => {
  const { page, wrong, close } = await open('?view=return&lang=zh');
  await page.locator('h1', { hasText: '回报' }).waitFor();
  await page.getByRole('heading', { name: '投资回报率' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
  await shot(page, 'return-zh');
  await page.getByRole('link', { name: '实时' }).click();
  await page.locator('h1', { hasText: '实时' }).waitFor();
  assert.match(page.url(), /lang=zh/);
  await page.getByRole('link', { name: 'English' }).click();
  await page.locator('h1', { hasText: 'Now' }).waitFor();
  assert.deepEqual(wrong, []);
  await close();
});

test('a wall shows figures and nothing else', async () => {
  const { page, wrong, close } = await open('?view=now&wall', { viewport: { width: 1920, height: 1080 } });
  await page.locator('.board').waitFor();
  assert.equal(await page.locator('header').isVisible(), false);
  await shot(page, 'wall');
  assert.deepEqual(wrong, []);
  await close();
});

test('keys lead through it', async () => {
  const { page, close } = await open('?view=now');
  await page.locator('.board').waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.getByRole('link', { name: 'Return' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('h1', { hasText: 'Return' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await close();
});

test('other assumptions are answered in under a second', async () => {
  const { page, close } = await open('?view=return&human-rates=110');
  await page.getByLabel(/People cost/).hover();
  const table = page.locator('.what-if table');
  await table.waitFor();
  const began = Date.now();
  await page.getByLabel(/Saving that becomes cash/).fill('40');
  await page.getByLabel(/Saving that becomes cash 40/).waitFor();
  const took = Date.now() - began;
  console.log('what if answered after', took, 'ms');
  assert.ok(took < 1500, `${took} ms`);
  await close();
});

test('each state says what to do', async () => {
  const { page, close } = await open('?view=return&tenant=nobody');
  await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
  await close();

  const away = await open('?view=return');
  await away.page.locator('.card.good').first().waitFor();
  await away.page.route('**/v1/**', (route) => route.abort());
  await away.page.locator('main[data-failure*="serve does not answer"]').waitFor();
  assert.ok(await away.page.locator('.card').first().isVisible());
  await away.close();
});

test('a token is asked for, sent, and forgotten', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const sent = [];
  await page.route('**/v1/**', async (route) => {
    const authorization = route.request().headers().authorization;
    sent.push(authorization);
    if (authorization === 'Bearer croi_right') {
      await route.continue();
    } else {
      await route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify({ detail: 'a token is needed' }) });
    }
  });
  await page.goto(PAGE + '?view=return');
  await page.getByLabel('Token').fill('croi_right');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.locator('.card.good').first().waitFor();
  assert.ok(!page.url().includes('croi_right'));
  await page.getByRole('link', { name: 'Forget the token' }).click();
  await page.getByLabel('Token').waitFor();
  assert.equal(sent.at(-1), undefined);
  await context.close();
});

test('the description of the API is one', async () => {
  const answer = await fetch(PAGE + 'v1/openapi.yaml');
  const { valid, errors } = await new Validator().validate(await answer.text());
  assert.ok(valid, JSON.stringify(errors, null, 1));
});
