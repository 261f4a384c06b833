import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { BitArray, Code128Reader } from '@zxing/library';
import { testDatabase } from '../../../test/database.ts';
import { ENGLISH, NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { ADDRESS, aCart, aReadyCart, order } from '../../../test/selling/shopper.ts';
import { expectOk } from '../../kernel/index.ts';
import { transact } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { readPricedCart, setDetails } from '../carts/index.ts';
import { readShop } from '../markets/index.ts';
import {
  cancelOrder,
  type Fulfilment,
  fulfilOrder,
  type Order,
  type OrderId,
  readFulfilments,
  readOrder,
} from '../orders/index.ts';
import { shippingLabelPdf, shippingLabelsPdf } from './index.ts';
import { nextLabelOf, type ShippingLabel, type WithoutLabel } from './label/shipping-label.ts';
import { drawShippingLabels } from './pdf/draw-shipping-label.ts';

const connection = await testDatabase();
const { db } = connection;
const selling = await openSellingShop(connection);
const [cup] = selling.variants;
const shop = await readShop(db);
const PRINTING = { size: 'a6', withPhone: true, now: NOW } as const;

async function bought(quantity: number): Promise<OrderId> {
  return expectOk(await order(selling, await aReadyCart(selling, { variantId: cup, quantity }))).orderId;
}

async function boughtInParis(): Promise<OrderId> {
  const token = await aCart(selling, { variantId: cup, quantity: 1 });
  const shippingAddress = {
    ...{ name: 'Émilie du Châtelet', line1: '12 rue des Lilas', city: 'Paris', postalCode: '75004' },
    ...{ country: 'FR', phone: '+33 1 23 45 67 89' },
  };
  const details = { email: 'emilie@cirey.example', shippingAddress };
  expectOk(await setDetails(selling.deps, { token, details, now: NOW }));
  const priced = await readPricedCart(selling.deps, { token, now: NOW });
  const deliveryOptionId = priced?.deliveryOptions[0]?.id ?? '';
  expectOk(await setDetails(selling.deps, { token, details: { deliveryOptionId }, now: NOW }));
  return expectOk(await order(selling, token)).orderId;
}

async function send(orderId: OrderId, quantity: number, trackingNumber = ''): Promise<Fulfilment> {
  const lineId = (await readOrder(db, orderId))?.lines[0]?.id;
  assert.ok(lineId);
  const sent = { orderId, lines: [{ lineId, quantity }], trackingNumber, actor: 'staff', now: NOW };
  return expectOk(await transact(db, (tx) => fulfilOrder(tx, sent)));
}

async function orderOf(id: OrderId): Promise<Order> {
  const found = await readOrder(db, id);
  assert.ok(found);
  return found;
}

async function labelOf(id: OrderId, change: Partial<Order> = {}): Promise<ShippingLabel | WithoutLabel> {
  const fulfilments = await readFulfilments(db, id);
  return nextLabelOf({ ...(await orderOf(id)), ...change }, fulfilments, { shop, withPhone: true });
}

function isLabel(made: ShippingLabel | WithoutLabel): made is ShippingLabel {
  return typeof made !== 'string';
}

async function theLabelOf(id: OrderId, change: Partial<Order> = {}): Promise<ShippingLabel> {
  const made = await labelOf(id, change);
  assert.ok(isLabel(made), String(made));
  return made;
}

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;

describe('a label', () => {
  test('says who sends what to whom, and how', async () => {
    const label = await theLabelOf(await bought(1));
    assert.deepEqual(label.sender, ['Halden GmbH', 'Weg 1', '10115 Berlin']);
    assert.deepEqual(label.recipient, ['Ada Byron', 'Lindenweg 12', '10115 Berlin']);
    assert.deepEqual([label.delivery, label.trackingNumber, label.phone], ['dhl · Standard', '', '']);
  });

  test('to another country has its order of lines and its name in capitals, and the phone for who may know it', async () => {
    const id = await boughtInParis();
    const label = await theLabelOf(id);
    assert.deepEqual(label.recipient, ['Émilie du Châtelet', '12 rue des Lilas', '75004 Paris', 'FRANCE']);
    assert.deepEqual([label.isAbroad, label.phone], [true, '+33 1 23 45 67 89']);
    const shy = nextLabelOf(await orderOf(id), [], { shop, withPhone: false });
    assert.deepEqual(isLabel(shy) && [shy.phone, shy.recipient], ['', label.recipient]);
  });

  test('counts parcels, and says of how many only when no more will follow', async () => {
    const id = await bought(3);
    assert.deepEqual((await theLabelOf(id)).parcel, undefined);
    const first = await send(id, 1, 'JD014');
    assert.deepEqual((await theLabelOf(id)).parcel, { number: 2 });
    await send(id, 2, 'JD015');
    const label = await theLabelOf(id);
    assert.deepEqual([label.parcel, label.trackingNumber], [{ number: 2, of: 2 }, 'JD015']);
    const own = await shippingLabelPdf(db, { orderId: id, fulfilmentId: first.id, ...PRINTING });
    assert.equal(pagesOf(expectOk(own).pdf), 1);
  });

  test('goes to the carrier’s pick-up point under the shopper’s name, and to the shop’s own there is none', async () => {
    const id = await bought(1);
    const { delivery } = await orderOf(id);
    assert.ok(delivery);
    const address = { ...ADDRESS, name: 'DHL', line1: 'Am Markt 3' };
    const point = { id: newId<'pickup_point'>(), code: '145', name: 'Packstation 145', address };
    const about = { ...point, openingHours: [], isActive: true };
    const waiting = { delivery: { ...delivery, pickupPoint: { ...about, carrier: 'dhl' } } };
    assert.deepEqual((await theLabelOf(id, waiting)).recipient, [
      ...['Ada Byron', 'Packstation 145', 'Am Markt 3', '10115 Berlin'],
    ]);
    const own = { delivery: { ...delivery, pickupPoint: { ...about, carrier: undefined } } };
    assert.equal(await labelOf(id, own), 'collected');
  });
});

test('what was handed over without a parcel is none', async () => {
  const id = await bought(2);
  await send(id, 1);
  await send(id, 1);
  const { lines } = await orderOf(id);
  const byMail = lines.map((line) => ({ ...line, requiresShipping: false }));
  assert.equal(await labelOf(id, { lines: byMail }), 'digital');
  const [first] = await readFulfilments(db, id);
  assert.ok(first);
  const own = await orderOf(id);
  const download = { ...first, lines: [{ lineId: newId<'order_line'>(), quantity: 1 }] };
  // The download went last and is no parcel: the one that went counts alone.
  const label = nextLabelOf(own, [{ ...first, trackingNumber: 'JD1' }, download], { shop, withPhone: true });
  assert.deepEqual(isLabel(label) && [label.trackingNumber, label.parcel], ['JD1', undefined]);
});

describe('labels of many orders', () => {
  test('are one file: a page each, or so many on a sheet from the first free one', async () => {
    const orderIds = [await bought(1), await boughtInParis(), await bought(2)];
    await send(orderIds[0] ?? newId<'order'>(), 1, '00340434161094021501');
    const numbers = await Promise.all(orderIds.map(async (id) => (await orderOf(id)).number));
    const table = [
      ['a6', 1, 3],
      ['4x6', 1, 3],
      ['a4_4', 1, 1],
      ['a4_4', 3, 2],
      ['a4_8', 6, 1],
      ['a4_8', 7, 2],
    ] as const;
    for (const [size, startAt, pages] of table) {
      const made = expectOk(await shippingLabelsPdf(db, { ...PRINTING, orderIds, size, startAt }));
      assert.deepEqual([made.orderNumbers, pagesOf(made.pdf)], [numbers, pages], `${size} ${startAt}`);
    }
  });

  test('leave out what is not sent, and say how many when that is all of them', async () => {
    const [sent, cancelled] = [await bought(1), await bought(1)];
    const about = { orderId: cancelled, reason: 'merchant', actor: 'staff', now: NOW } as const;
    expectOk(await cancelOrder(selling.deps, about));
    const some = expectOk(await shippingLabelsPdf(db, { ...PRINTING, orderIds: [cancelled, sent] }));
    assert.equal(some.orderNumbers.length, 1);
    const none = await shippingLabelsPdf(db, { ...PRINTING, orderIds: [cancelled] });
    assert.ok(!none.ok);
    assert.equal(none.refusal.code, 'nothing_to_label');
    assert.equal(none.refusal.message, 'none of 1 goes into the post: 1 cancelled');
  });

  test('are refused for what is not there', async () => {
    const orderId = await bought(1);
    const codeOf = async (asked: Promise<{ ok: true } | { ok: false; refusal: { code: string } }>) => {
      const made = await asked;
      return made.ok ? 'made' : made.refusal.code;
    };
    const unknown = newId<'order'>();
    const parcel = { orderId, fulfilmentId: newId<'fulfilment'>() };
    assert.equal(
      await codeOf(shippingLabelsPdf(db, { ...PRINTING, orderIds: [orderId, unknown] })),
      'unknown_order',
    );
    assert.equal(await codeOf(shippingLabelPdf(db, { ...PRINTING, ...parcel })), 'unknown_fulfilment');
    assert.equal(
      await codeOf(shippingLabelPdf(db, { ...PRINTING, ...parcel, orderId: unknown })),
      'unknown_order',
    );
    const beyond = { ...PRINTING, orderIds: [orderId], size: 'a4_4', startAt: 5 } as const;
    assert.equal(await codeOf(shippingLabelsPdf(db, beyond)), 'not_on_the_sheet');
  });
});

describe('the file', () => {
  const label: ShippingLabel = {
    ...{ locale: ENGLISH, sender: ['Halden GmbH'], recipient: ['Ada Byron'], isAbroad: false, phone: '' },
    ...{ delivery: 'dhl', orderNumber: '1042', trackingNumber: 'JD01 4600 0123 456789', parcel: undefined },
  };
  const day = '2026-11-27';

  test('of the same labels is the same bytes', async () => {
    const [one, other] = [
      await drawShippingLabels([label, label], { size: 'a4_4', startAt: 2, day }),
      await drawShippingLabels([label, label], { size: 'a4_4', startAt: 2, day }),
    ];
    assert.ok(one.equals(other));
  });

  test('has bars that a scanner reads as the numbers in print', async () => {
    for (const size of ['a6', '4x6', 'a4_4', 'a4_8'] as const) {
      const pdf = await drawShippingLabels([label], { size, startAt: 1, day });
      const read = scanned(pdf);
      assert.deepEqual(read, size === 'a4_8' ? ['JD0146000123456789'] : ['JD0146000123456789', '1042'], size);
    }
  });
});

/** What the black rectangles of a file say to a reader of Code 128: those that are as high as each other are one code. */
function scanned(pdf: Buffer): string[] {
  const codes = Map.groupBy(rectanglesOf(pdf), ({ y, height }) => `${y} ${height}`);
  return [...codes.values()]
    .filter((bars) => bars.length > 10)
    .map((bars) => {
      const module = Math.min(...bars.map(({ width }) => width));
      const left = Math.min(...bars.map(({ x }) => x));
      const dots = (length: number) => Math.round((length / module) * 3);
      const row = new BitArray(dots(Math.max(...bars.map(({ x }) => x)) - left) + 100);
      for (const { x, width } of bars) row.setRange(30 + dots(x - left), 30 + dots(x - left) + dots(width));
      return new Code128Reader().decodeRow(0, row).getText();
    });
}

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function rectanglesOf(pdf: Buffer): Rectangle[] {
  const found: Rectangle[] = [];
  const text = pdf.toString('latin1');
  for (const { index } of text.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)) {
    const from = text.indexOf('stream', index) + 'stream\n'.length;
    const drawn = inflateSync(pdf.subarray(from, text.indexOf('endstream', from))).toString('latin1');
    for (const [, x, y, width, height] of drawn.matchAll(/^(\S+) (\S+) (\S+) (\S+) re$/gm)) {
      found.push({ x: Number(x), y: Number(y), width: Number(width), height: Number(height) });
    }
  }
  return found;
}
