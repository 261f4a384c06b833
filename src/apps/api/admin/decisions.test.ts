import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { currencyOf, expectOk } from '../../../kernel/index.ts';
import { createKey } from '../../../modules/access/index.ts';
import { readEntries } from '../../../modules/audit/index.ts';
import { saveProducts, type VariantId } from '../../../modules/catalog/index.ts';
import { builtInKinds, lookFor, type Proposed } from '../../../modules/decisions/index.ts';
import { readPrices, setPrices } from '../../../modules/pricing/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { A_SYSTEM, anApi } from '../testing/an-api.ts';
import { got, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase();
const { db } = connection;
await openSellingShop(connection);
const app = await anApi(connection, aSearch([]), { now: () => NOW });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());

const EUR = currencyOf('EUR');
const once = () => ({ idempotencyKey: randomUUID() });
const kind = builtInKinds(A_SYSTEM.analytics).get('mark_down');
assert.ok(kind);
const clientOf = async (...scopes: string[]) => {
  const key = await transact(db, (tx) => createKey(tx, { name: scopes.join(' '), scopes, now: NOW }));
  return makeClient(ADMIN_API, { origin, token: expectOk(key).secret });
};
const manager = await clientOf('decisions:read', 'decisions:write', 'prices:write', 'costs:read');
const reader = await clientOf('decisions:read');
const buyer = await clientOf('decisions:read', 'decisions:write');
const owner = await clientOf('decisions:read', 'mandate:write');

const variants = await aShelf(['Bowl', 'Jug', 'Tray']);
await lookFor(db, { ...kind, propose: async () => variants.map(proposedFor) }, NOW);
const priceOf = async (index: number) => {
  const id = variants[index];
  assert.ok(id);
  return (await readPrices(db, [id])).get(id)?.[0]?.amountMinor;
};
const open = async () => (await got(manager.listDecisions({ query: {} }))).items;

test('what is worth most stands first, in decimals, with costs for who may see them', async () => {
  const [first, second] = await open();
  assert.ok(first && second);
  assert.deepEqual(
    [first.subject.label, first.predicted.value, first.fields[0]?.before, first.fields[0]?.value],
    ['Bowl', { amount: '30.00', currency: 'EUR' }, '20.00', '16.00'],
  );
  assert.deepEqual([first.rank?.worth.amount, first.acts], ['30.10', ['edit', 'approve', 'reject']]);
  assert.equal(first.fields[0]?.least, '5.00');
  const seen = await got(reader.readDecision({ params: { id: first.id } }));
  assert.deepEqual(
    seen.evidence.figures.map(({ key }) => key),
    ['available'],
  );
  assert.deepEqual([seen.acts, seen.fields[0]?.least], [[], undefined]);
  const { worth, open: count, best } = await got(reader.countDecisions({}));
  assert.deepEqual([worth.amount, count, best.length], ['60.00', 3, 3]);
});

test('who approves needs the permission for what it changes; the audit keeps who it was', async () => {
  const [first] = await open();
  assert.ok(first);
  const asked = { params: { id: first.id }, body: {} };
  assert.equal(await refusedAs(reader.approveDecision({ ...asked, ...once() })), 'forbidden');
  assert.equal(await refusedAs(buyer.approveDecision({ ...asked, ...once() })), 'permission_needed');
  assert.equal(await priceOf(0), 2_000n);
  const done = await got(manager.approveDecision({ ...asked, ...once() }));
  assert.deepEqual([done.state, done.acts, await priceOf(0)], ['applied', ['undo'], 1_600n]);
  assert.equal(await refusedAs(manager.approveDecision({ ...asked, ...once() })), 'wrong_state');
  const entries = await readEntries(db, { kind: 'decision', limit: 10 });
  assert.ok(entries.some(({ operation, outcome }) => operation === 'approveDecision' && outcome === 'done'));
});

test('an edit is a decimal within its bounds, and what was done is taken back while nobody changed it since', async () => {
  const [second] = await open();
  assert.ok(second);
  const params = { id: second.id };
  const edit = (value: string, key = 'price') =>
    manager.editDecision({ params, body: { fields: [{ key, value }] } });
  assert.equal(await refusedAs(edit('4.99')), 'invalid_edit');
  assert.equal(await refusedAs(edit('much')), 'invalid_edit');
  assert.equal(await refusedAs(edit('1.00', 'cost')), 'not_editable');
  const edited = await got(edit('18.50'));
  assert.deepEqual([edited.state, edited.fields[0]?.value], ['edited', '18.50']);
  assert.notEqual(edited.predicted.value.amount, second.predicted.value.amount);
  await got(manager.approveDecision({ ...once(), params, body: { version: edited.version } }));
  assert.equal(await priceOf(1), 1_850n);
  const undone = await got(manager.undoDecision({ ...once(), params }));
  assert.deepEqual([undone.state, await priceOf(1)], ['undone', 2_000n]);
});

test('many are decided each by itself, and a no has a reason', async () => {
  const [third] = await open();
  assert.ok(third);
  const decisions = [{ id: third.id, version: third.version }];
  assert.equal(
    await refusedAs(manager.decideMany({ ...once(), body: { act: 'reject', decisions } })),
    'reason_required',
  );
  const body = { act: 'reject', decisions, reason: 'Back in season' } as const;
  assert.deepEqual((await got(manager.decideMany({ ...once(), body }))).done, [third.id]);
  const { refused } = await got(manager.decideMany({ ...once(), body }));
  assert.deepEqual(
    refused.map(({ code }) => code),
    ['wrong_state'],
  );
  const { steps } = await got(reader.readDecision({ params: { id: third.id } }));
  assert.equal(steps.at(-1)?.why, 'Back in season');
});

test('a mandate is written in the shop’s currency, tried before it is given, and stopped at once', async () => {
  const limits = { onlyReversible: true, fromHour: 0, toHour: 0 };
  const most = { amount: '500.00', currency: 'EUR' };
  const draft = { rule: 'within', isDryRun: false, limits: { ...limits, most, weekCount: 2 } } as const;
  const params = { kind: 'mark_down' };
  const tried = await got(owner.tryMandate({ params, body: draft }));
  assert.deepEqual([tried.proposed, tried.done, tried.asked], [3, 2, [{ why: 'may_cost', count: 1 }]]);
  const save = (body: typeof draft, version: string) =>
    owner.saveMandate({ params, body: { ...body, version } });
  const dollars = { ...draft, limits: { ...draft.limits, most: { amount: '500.00', currency: 'USD' } } };
  assert.equal(await refusedAs(save(dollars, '0')), 'invalid_currency');
  const saved = await got(save(draft, '0'));
  assert.deepEqual([saved.rule, saved.version, saved.limits.most], ['within', '1', most]);
  assert.equal(await refusedAs(save(draft, '0')), 'version_changed');
  assert.equal(await refusedAs(reader.stopMandates(once())), 'forbidden');
  assert.equal((await got(owner.stopMandates(once()))).isStopped, true);
  assert.ok((await got(reader.listMandates({}))).stopped);
  assert.equal((await got(owner.startMandates(once()))).isStopped, false);
});

async function aShelf(titles: readonly string[]): Promise<VariantId[]> {
  return transact(db, async (tx) => {
    const drafts = titles.map((title) => {
      return { handle: title.toLowerCase(), title, variants: [{ optionValues: [], sku: title }] };
    });
    const saved = await saveProducts(tx, { drafts, now: NOW, cause: 'test' });
    const ids = saved.flatMap((one) => ('refusal' in one ? [] : one.variants.map(({ id }) => id)));
    const prices = ids.map((variantId) => {
      return { variantId, currency: EUR, amountMinor: 2_000n, compareAtMinor: undefined };
    });
    await setPrices(tx, { prices, now: NOW.subtract({ hours: 1 }), reason: 'test' });
    return ids;
  });
}

function proposedFor(variantId: VariantId, index: number): Proposed {
  const valueMinor = BigInt(3_000 - 1_000 * index);
  return {
    subject: { type: 'variant', id: variantId, label: ['Bowl', 'Jug', 'Tray'][index] ?? '' },
    proposal: {
      ...{ variantId, beforeMinor: 2_000n, priceMinor: 1_600n, pieces: 10, compareAtMinor: 2_000n },
      ...{ leastMinor: 500n, mostMinor: 2_000n },
    },
    evidence: {
      figures: [
        { key: 'available', unit: 'count', value: '40' },
        { key: 'cost', unit: 'money', value: '450' },
      ],
      computed: 'mark_down',
    },
    predicted: {
      ...{ valueMinor, lowMinor: 100n, highMinor: 9_000n, confidence: 0.8, currency: EUR, horizonDays: 56 },
      counterfactual: 'price_stays',
    },
    basis: {
      ...{ netBefore: 2_000, kept: 450, mean: 8, variance: 10, stock: 40, taxRateMillionths: 0 },
      ...{ elasticity: -1.76, deviation: 0.9 },
    },
    ...{ waitCostMinorPerDay: 10n, risk: { key: 'shoppers_wait' }, fingerprint: 'f' },
    expiresAt: NOW.add({ hours: 24 * 14 }),
  };
}
