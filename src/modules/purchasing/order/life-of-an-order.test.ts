import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk, localeOf, type Result } from '../../../kernel/index.ts';
import { readIncoming } from '../../inventory/index.ts';
import { readMail, readMailbox } from '../../mails/index.ts';
import {
  approvePurchaseOrder,
  cancelPurchaseOrder,
  confirmPurchaseOrder,
  editPurchaseOrder,
  expeditePurchaseOrder,
  readOnOrder,
  readPurchaseOrder,
  reopenPurchaseOrder,
  saveSources,
  saveSupplier,
  sendBackPurchaseOrder,
  sendPurchaseOrder,
  splitPurchaseOrder,
} from '../index.ts';
import { aPurchasingShop, aSource, aSupplier, BUYER, NOW } from '../testing/a-purchasing-shop.ts';
import { confirmedDifferences } from './confirm-order.ts';
import { readSteps } from './steps.ts';
import { mayBe, TRANSITIONS, verbsIn } from './transitions.ts';

const shop = await aPurchasingShop(await testDatabase(8), ['Cup', 'Pot', 'Spoon', 'Fork', 'Lid', 'Pan']);
const { db, write, variant, order, supplier } = shop;
const [cup, pot, spoon, fork, lid, pan] = [0, 1, 2, 3, 4, 5].map(variant);
assert.ok(cup && pot && spoon && fork && lid && pan);
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const CHIEF = { by: 'staff:chief', now: NOW };
const approve = (
  id: Parameters<typeof approvePurchaseOrder>[1]['id'],
  limitMinor?: bigint,
  version?: number,
) => write((tx) => approvePurchaseOrder(tx, { id, limitMinor, version, ...CHIEF }));

async function aSentOrder(lines: Parameters<typeof order>[0]['lines']) {
  const { id } = expectOk(await order({ lines }));
  expectOk(await approve(id));
  return expectOk(await write((tx) => sendPurchaseOrder(tx, { id, mail: false, ...BUYER })));
}

test('what comes to more than a person may approve waits for another, who may', async () => {
  const { id } = expectOk(await order({ lines: [{ variantId: cup, quantity: 20 }] }));
  assert.equal(expectOk(await approve(id, 9_999n)).state, 'awaiting_approval');
  assert.equal(codeOf(await approve(id, 9_999n)), 'over_limit');
  const approved = expectOk(await approve(id, 10_000n));
  assert.deepEqual([approved.state, approved.approved?.by], ['approved', 'staff:chief']);
  const back = expectOk(await write((tx) => sendBackPurchaseOrder(tx, { id, note: 'too many', ...CHIEF })));
  assert.deepEqual([back.state, back.approved], ['draft', undefined]);
  assert.deepEqual(
    (await readSteps(db, id)).map(({ verb, from, to, note }) => [verb, from, to, note]),
    [
      ['send_back', 'approved', 'draft', 'too many'],
      ['approve', 'awaiting_approval', 'approved', ''],
      ['approve', 'draft', 'awaiting_approval', ''],
      ['create', 'draft', 'draft', ''],
    ],
  );
});

test('what was edited meanwhile is not approved, and what was approved and edited is a draft again', async () => {
  const seen = expectOk(await order({ lines: [{ variantId: pot, quantity: 2 }] }));
  const edit = (quantity: number, version?: number) =>
    write((tx) =>
      editPurchaseOrder(tx, { id: seen.id, version, lines: [{ variantId: pot, quantity }], ...BUYER }),
    );
  const edited = expectOk(await edit(3, seen.version));
  assert.equal(codeOf(await approve(seen.id, undefined, seen.version)), 'changed_meanwhile');
  assert.equal(codeOf(await edit(4, seen.version)), 'changed_meanwhile');
  assert.equal(edited.lines[0]?.id, seen.lines[0]?.id);
  expectOk(await approve(seen.id, undefined, edited.version));
  expectOk(await edit(4, edited.version));
  const [, approved] = await Promise.all([edit(5), approve(seen.id, undefined, 3)]);
  assert.ok(['ok', 'changed_meanwhile'].includes(codeOf(approved)));
  const after = await readPurchaseOrder(db, seen.id);
  assert.deepEqual([after?.state, after?.version, after?.approved], ['draft', 4, undefined]);
});

test('opening and saving an order changes nothing of it', async () => {
  const { id, lines } = expectOk(
    await order({ lines: [{ variantId: spoon, quantity: 7, priceMinor: 333n }] }),
  );
  const same = lines.map(({ variantId, quantity, priceMinor, perQuantity }) => ({
    ...{ variantId, quantity, priceMinor, perQuantity },
  }));
  for (let times = 0; times < 2; times += 1) {
    const saved = expectOk(await write((tx) => editPurchaseOrder(tx, { id, lines: same, ...BUYER })));
    assert.deepEqual(saved.lines, lines);
  }
});

test('it is mailed in the supplier’s language with a PDF, and its goods are expected from then on', async () => {
  const { id, number } = expectOk(await order({ lines: [{ variantId: fork, quantity: 12 }] }));
  assert.equal((await readIncoming(db, [fork])).size, 0);
  assert.equal(codeOf(await write((tx) => sendPurchaseOrder(tx, { id, ...BUYER }))), 'wrong_state');
  expectOk(await approve(id));
  const sent = expectOk(await write((tx) => sendPurchaseOrder(tx, { id, ...BUYER })));
  assert.deepEqual([sent.state, sent.sentAt?.toString()], ['sent', NOW.toString()]);
  const [row] = expectOk(await readMailbox(db, { limit: 1 })).mails;
  assert.deepEqual([row?.to, row?.kind, row?.locale], ['orders@potter.example', 'purchase_order', 'de']);
  assert.match(row?.subject ?? '', new RegExp(`^Bestellung ${number} von `));
  const mail = row && (await readMail(db, row.id));
  assert.match(mail?.text ?? '', /7\. Dezember 2026/);
  const file = await db.selectFrom('mails.mail_file').select(['name', 'bytes']).executeTakeFirstOrThrow();
  assert.equal(file.name, `${number}.pdf`);
  assert.equal(file.bytes.subarray(0, 5).toString(), '%PDF-');
  assert.deepEqual(
    (await readIncoming(db, [fork])).get(fork)?.map((one) => [one.quantity, one.expectedOn.toString()]),
    [[12, '2026-12-07']],
  );
  const sooner = Temporal.PlainDate.from('2026-12-01');
  const asked = expectOk(await write((tx) => expeditePurchaseOrder(tx, { id, wantedOn: sooner, ...BUYER })));
  assert.deepEqual([asked.state, asked.expeditedFor], ['sent', sooner]);
  assert.match(expectOk(await readMailbox(db, { limit: 1 })).mails[0]?.subject ?? '', /früher/);
});

test('a draft that lay for a week is expected a lead time after it is sent, unless somebody chose the day', async () => {
  const sentOn = async (expectedOn?: Temporal.PlainDate) => {
    const lines = [{ variantId: fork, quantity: 2 }];
    const { id } = expectOk(await order({ lines, expectedOn }));
    expectOk(await approve(id));
    const now = NOW.add({ hours: 7 * 24 });
    const sent = await write((tx) => sendPurchaseOrder(tx, { id, mail: false, by: 'staff:buyer', now }));
    return expectOk(sent).expectedOn?.toString();
  };
  assert.equal(await sentOn(), '2026-12-14');
  assert.equal(await sentOn(Temporal.PlainDate.from('2026-12-08')), '2026-12-08');
});

test('what the supplier confirms otherwise is kept beside what was ordered, and is what is expected', async () => {
  const { id, lines } = await aSentOrder([
    { variantId: lid, quantity: 10 },
    { variantId: pan, quantity: 10 },
  ]);
  const [first, second] = lines;
  assert.ok(first && second);
  const day = Temporal.PlainDate.from('2027-01-04');
  const confirmed = expectOk(
    await write((tx) =>
      confirmPurchaseOrder(tx, {
        ...{ id, expectedOn: day, ...BUYER },
        lines: [
          { lineId: first.id, quantity: 8, price: { priceMinor: 52_000n, perQuantity: 100 } },
          { lineId: second.id, price: { priceMinor: 50_000n, perQuantity: 100 } },
        ],
      }),
    ),
  );
  assert.equal(confirmed.state, 'confirmed');
  assert.deepEqual(confirmed.lines.map(confirmedDifferences), [
    { quantity: -2, price: { priceMinor: 52_000n, perQuantity: 100 } },
    { quantity: 0, price: undefined },
  ]);
  const onOrder = (await readOnOrder(db, [lid])).get(lid)?.[0];
  assert.deepEqual([onOrder?.quantity, onOrder?.expectedOn, onOrder?.state], [8, day, 'confirmed']);
  const promise = async () =>
    (await readIncoming(db, [lid])).get(lid)?.map((one) => [one.quantity, one.expectedOn]);
  assert.deepEqual(await promise(), [[8, day]], 'the promise moves to the day of the order');
  const later = { lineId: first.id, quantity: 8, expectedOn: day.add({ days: 9 }) };
  expectOk(await write((tx) => confirmPurchaseOrder(tx, { id, lines: [later], ...BUYER })));
  assert.deepEqual(await promise(), [[8, day.add({ days: 9 })]], 'and to that of its line');
  const half = { lineId: first.id, quantity: 1.5 };
  const twice = await write((tx) => confirmPurchaseOrder(tx, { id, lines: [later, later], ...BUYER }));
  assert.deepEqual(twice.ok || [twice.refusal.code, twice.refusal.field], [
    'not_on_order',
    'lines[1].lineId',
  ]);
  const refused = await write((tx) => confirmPurchaseOrder(tx, { id, lines: [half], ...BUYER }));
  assert.deepEqual(refused.ok ? '' : refused.refusal.field, 'lines[0].quantity');
});

test('cancelling takes the expectation away, and can be taken back', async () => {
  const { id } = await aSentOrder([{ variantId: spoon, quantity: 4 }]);
  const coming = async () =>
    (await readIncoming(db, [spoon])).get(spoon)?.reduce((sum, one) => sum + one.quantity, 0) ?? 0;
  assert.equal(await coming(), 4);
  expectOk(await write((tx) => cancelPurchaseOrder(tx, { id, ...BUYER })));
  assert.equal(await coming(), 0);
  assert.equal(expectOk(await write((tx) => reopenPurchaseOrder(tx, { id, ...BUYER }))).state, 'sent');
  assert.equal(await coming(), 4);
});

test('splitting neither loses nor makes a piece, and each part has the price of its own quantity', async () => {
  const breaks = [
    { from: 1, priceMinor: 500n, perQuantity: 1 },
    { from: 50, priceMinor: 400n, perQuantity: 1 },
  ];
  const sources = [aSource(cup, { breaks })];
  expectOk(await write((tx) => saveSources(tx, { supplierId: supplier.id, sources })));
  const large = expectOk(
    await order({
      lines: [
        { variantId: cup, quantity: 90 },
        { variantId: pot, quantity: 5 },
      ],
    }),
  );
  const [cups, pots] = large.lines;
  assert.ok(cups && pots);
  const split = (quantity: number, potsToo: number) =>
    write((tx) =>
      splitPurchaseOrder(tx, {
        ...{ id: large.id, ...BUYER },
        parts: [
          {
            lines: [
              { lineId: cups.id, quantity },
              { lineId: pots.id, quantity: potsToo },
            ],
          },
        ],
      }),
    );
  assert.equal(codeOf(await split(91, 1)), 'more_than_ordered');
  assert.equal(codeOf(await split(90, 5)), 'nothing_left');
  const made = expectOk(await split(30, 5));
  assert.deepEqual(
    made.map(({ state, lines }) => [
      state,
      lines.map((line) => [line.variantId, line.quantity, line.priceMinor]),
    ]),
    [
      ['draft', [[cup, 60, 400n]]],
      [
        'draft',
        [
          [cup, 30, 500n],
          [pot, 5, 500n],
        ],
      ],
    ],
  );
});

test('a supplier without a mail address is told otherwise, and that is noted', async () => {
  const draft = aSupplier({ name: 'By phone', email: '', locale: localeOf('fr') });
  const phone = expectOk(await write((tx) => saveSupplier(tx, { draft, now: NOW })));
  const lines = [{ variantId: cup, quantity: 1, priceMinor: 1n }];
  const { id } = expectOk(await order({ lines, supplierId: phone.id }));
  expectOk(await approve(id, 1n));
  assert.equal(codeOf(await write((tx) => sendPurchaseOrder(tx, { id, ...BUYER }))), 'no_email');
  assert.equal(
    expectOk(await write((tx) => sendPurchaseOrder(tx, { id, mail: false, ...BUYER }))).state,
    'sent',
  );
});

test('the table of transitions is what the verbs do', () => {
  assert.deepEqual(verbsIn('draft'), ['edit', 'split', 'approve', 'cancel']);
  assert.deepEqual(verbsIn('cancelled'), ['undo_cost', 'reopen']);
  assert.equal(mayBe('receive', 'draft'), false);
  assert.equal(Object.keys(TRANSITIONS).length, 18);
});
