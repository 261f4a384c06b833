import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { currencyOf, expectOk, localeOf } from '../../src/kernel/index.ts';
import { analyticsClient } from '../../src/modules/analytics/index.ts';
import type { VariantId } from '../../src/modules/catalog/index.ts';
import {
  builtInKinds,
  lookFor,
  readDecisions,
  readSetting,
  saveEconomics,
  saveMandate,
} from '../../src/modules/decisions/index.ts';
import { reorderProposal } from '../../src/modules/decisions/kinds/reorder-proposal.ts';
import { noMandate } from '../../src/modules/decisions/mandate/mandate.ts';
import { judgeMandate } from '../../src/modules/decisions/score/score-kind.ts';
import { defaultLocation, moveStock, readLevels } from '../../src/modules/inventory/index.ts';
import { readOnOrder, saveSources, saveSupplier } from '../../src/modules/purchasing/index.ts';
import { aSource, aSupplier } from '../../src/modules/purchasing/testing/a-purchasing-shop.ts';
import { reviewAllNeeds } from '../../src/modules/replenishment/index.ts';
import { transact, transactOrRefuse } from '../../src/platform/database/index.ts';
import { newId } from '../../src/platform/id.ts';
import { withKeys } from '../../src/platform/secrets/index.ts';
import { launchBrowser } from '../browser.ts';
import { demoDatabase } from '../demo-database.ts';
import { keepForecast } from '../supply/forecast-of.ts';
import { type CockpitShop, startCockpitShop } from './cockpit-shop.ts';
import { accessibilityBreaches, openAuditedIn, sidewaysOverflow } from './page-audit.ts';

const connection = await demoDatabase(16);
const { db } = connection;
const NOW = Temporal.Now.instant();
const kinds = builtInKinds(analyticsClient({ folder: '/nowhere', secrets: withKeys([Buffer.alloc(32, 7)]) }));
const reorder = kinds.get('reorder');
assert.ok(reorder);
let browser: Browser;
let shop: CockpitShop;
let goods: readonly { readonly id: VariantId; readonly label: string }[];

before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startCockpitShop(connection)]);
  await goodsThatRunOut();
  const { economics } = await readSetting(db);
  await transact(db, (tx) => saveEconomics(tx, { ...economics, attentionMinor: 0n }));
  await reviewAllNeeds(db, { now: NOW, signal: new AbortController().signal });
  // None of them is worth asking by itself, all of them together are.
  await lookFor(
    db,
    {
      ...reorder,
      propose: (context) =>
        reorder.propose({ ...context, economics: { ...context.economics, attentionMinor: 10_000_000n } }),
    },
    NOW,
  );
  const [decision] = await readDecisions(db, { kind: 'reorder', states: ['proposed'], limit: 1 });
  const lines = reorderProposal.parse(decision?.proposal).lines;
  goods = lines.map(({ variantId: id, label }) => ({ id, label }));
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

test('an order of several lines is changed where it stands: one taken out, one made more, and that is what is ordered', async () => {
  const context = await shop.owner(browser, { viewport: { width: 1440, height: 900 } });
  const { page, complaints } = await openAuditedIn(context);
  await page.goto(`${shop.address}/cockpit/decisions`);
  const row = page.locator('main li').filter({ has: page.getByRole('checkbox') });
  await row.nth(0).waitFor();
  const [first, second, third] = goods;
  assert.ok(first && second && third);
  const pane = page.getByRole('complementary');
  await pane.getByText('What each is expected to bring').waitFor();
  const valueBefore = await row.nth(0).getByText(/^\+€/).innerText();

  await page.keyboard.press('e');
  const pieces = (label: string) => row.getByLabel(`Pieces: ${label}`);
  await pieces(first.label).waitFor();
  assert.deepEqual(await accessibilityBreaches(page), []);
  await row.getByRole('button', { name: `Take out ${first.label}` }).click();
  await pieces(second.label).fill('13');
  assert.equal(await row.getByRole('button', { name: 'Save' }).isDisabled(), true, 'packs of 6');
  await pieces(second.label).fill('12');
  await pieces(second.label).press('Enter');
  await pieces(second.label).waitFor({ state: 'detached' });
  await pane.getByText('taken out').waitFor();
  assert.notEqual(
    await row.nth(0).getByText(/^\+€/).innerText(),
    valueBefore,
    'what it brings is reckoned anew',
  );

  await page.keyboard.press('a');
  await page.getByText(/: done, .* expected/).waitFor();
  const onOrder = await readOnOrder(
    db,
    goods.map(({ id }) => id),
  );
  const ordered = ({ id }: { readonly id: VariantId }) => onOrder.get(id)?.[0]?.quantity ?? 0;
  assert.deepEqual([ordered(first), ordered(second)], [0, 12]);
  assert.ok(ordered(third) > 0);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a kind whose predictions do not hold has lost its mandate, and the screens say so', async () => {
  await plantBadScores('raise_price');
  assert.equal(
    await transact(db, (tx) =>
      judgeMandate(tx, 'raise_price', { now: NOW, reached: { baseUrl: shop.address } }),
    ),
    true,
  );
  for (const [width, height, colorScheme] of [
    [1440, 900, 'light'],
    [390, 844, 'dark'],
  ] as const) {
    const context = await shop.owner(browser, {
      viewport: { width, height },
      ...{ colorScheme, reducedMotion: 'reduce' },
    });
    const { page, complaints } = await openAuditedIn(context);
    await page.goto(`${shop.address}/cockpit/decisions`);
    await page.getByText('was wrong too often and has given its mandate back').waitFor();
    await page.getByRole('button', { name: 'See its score' }).click();
    await page.getByText('Too often outside').waitFor();
    await page.getByText('too few of its predictions came true within their range').waitFor();
    await page.getByText('0 of 12', { exact: true }).waitFor();
    assert.deepEqual(await accessibilityBreaches(page), [], `score at ${width}`);
    assert.equal(await sidewaysOverflow(page), 0, `score at ${width}`);
    await page.goto(`${shop.address}/cockpit/decisions/mandate`);
    await page.getByText('It asks before it acts, until you give the mandate back.').waitFor();
    await page.getByRole('button', { name: 'Give it back' }).waitFor();
    assert.deepEqual(await accessibilityBreaches(page), [], `mandate at ${width}`);
    assert.equal(await sidewaysOverflow(page), 0, `mandate at ${width}`);
    assert.deepEqual(complaints, []);
    await context.close();
  }
});

/** Some of the demo's goods, with a supplier, little in stock and a forecast, as the night's work would have left it. */
async function goodsThatRunOut(): Promise<void> {
  const { id: locationId } = await defaultLocation(db);
  const { rows } = await sql<{ id: VariantId }>`
    select item.variant_id as id from inventory.item join inventory.level using (variant_id)
    where item.status = 'active' and item.kind = 'physical' and level.reserved = 0
    group by 1 having count(*) filter (where on_hand > 0) = 1
      and min(on_hand) filter (where location_id = ${locationId}) between 6 and 60 order by 1 limit 6`.execute(
    db,
  );
  const ids = rows.map(({ id }) => id);
  const draft = aSupplier({ locale: localeOf('de'), currency: currencyOf('EUR') });
  const supplier = expectOk(await transactOrRefuse(db, (tx) => saveSupplier(tx, { draft, now: NOW })));
  const sources = ids.map((id) => aSource(id, { packSize: 6 }));
  expectOk(await transactOrRefuse(db, (tx) => saveSources(tx, { supplierId: supplier.id, sources })));
  const today = NOW.toZonedDateTimeISO('Europe/Berlin').toPlainDate();
  const firstDay = today.subtract({ days: today.dayOfWeek - 1 });
  for (const variantId of ids) {
    await keepForecast(db, { variantId, perWeek: 7, firstDay: firstDay.toString() });
    const level = (await readLevels(db, [variantId]))
      .get(variantId)
      ?.find((one) => one.locationId === locationId);
    assert.ok(level);
    const fewer = [{ variantId, locationId, quantity: 3 - level.available }];
    await transact(db, async (tx) => {
      expectOk(
        await moveStock(tx, {
          moves: fewer,
          now: NOW,
          reason: 'damaged',
          reference: newId(),
          actor: 'staff:a',
        }),
      );
    });
  }
}

/** A dozen that were to bring about 10.00 and cost 40.00, of a kind that may act by itself. */
async function plantBadScores(kind: string): Promise<void> {
  const draft = { ...noMandate(kind), rule: 'within' } as const;
  const limits = { ...draft.limits, mostMinor: 50_000n, weekMinor: 200_000n };
  expectOk(
    await transactOrRefuse(db, (tx) =>
      saveMandate(tx, kinds, {
        ...{ ...draft, limits, by: 'staff:owner', expectedVersion: 0n },
        now: NOW.subtract({ hours: 24 * 90 }),
      }),
    ),
  );
  const proposedAt = NOW.subtract({ hours: 24 * 60 }).toString();
  for (let index = 0; index < 12; index += 1) {
    const id = newId<'decision'>();
    await sql`
      insert into decisions.decision (id, kind, subject_type, subject_id, subject_label, proposal, fields, evidence, basis, risk,
        value_minor, low_minor, high_minor, confidence, currency, horizon_days, counterfactual, wait_cost_minor, reversibility,
        proposed_by, proposed_at, state, fingerprint, expires_at, amount_minor, applied_at, applied)
      values (${id}, ${kind}, 'variant', ${`planted ${index}`}, ${`Plate ${index}`}, '{}', '[]',
        '{"figures":[],"computed":"raise_price"}', '{}', '{"key":"fewer_buyers"}', 1000, 500, 1500, 0.8, 'EUR', 28,
        'price_stays', 10, 'reversible', 'engine:raise_price@1', ${proposedAt}::timestamptz, 'applied', 'x',
        ${proposedAt}::timestamptz, 1000, ${proposedAt}::timestamptz, '{}')`.execute(db);
    await sql`
      insert into decisions.outcome (decision_id, kind, model_version, scored_at, value_minor, low_minor, high_minor, method,
        is_error_foreseen)
      values (${id}, ${kind}, 'engine:raise_price@1', ${NOW.subtract({ hours: 24 * 3 }).toString()}::timestamptz, -4000, -4400,
        -3600, 'sold_against_forecast', true)`.execute(db);
  }
}
