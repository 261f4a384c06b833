import { z } from 'zod';
import {
  currencyInput,
  dateInput,
  endpoint,
  id,
  integer,
  list,
  money,
  moneyInput,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { day, PIECES, price, priceInput, rate, rateInput } from './purchase-fields.ts';
import { stockItem } from './stock-desk.ts';

const shared = { group: 'Suppliers', audience: 'purchasing:write', rate: 'write' } as const;
const read = { ...shared, method: 'GET', audience: 'purchasing:read', rate: 'read' } as const;
const changes = { kind: 'supplier', id: 'id', read: 'readSupplier' } as const;
const params = z.strictObject({ id: id<'supplier'>() });

const weekday = integer(1, 7);
const supplier = z
  .object({
    ...{ id: uuid(), name: z.string(), currency: z.string(), locale: z.string(), email: z.string() },
    ...{
      address: z.string(),
      paymentDays: z.int(),
      discountDays: z.int(),
      incoterm: z.string(),
      leadDays: z.int(),
    },
    discountMillionths: z.int().describe('Off what is paid within `discountDays`: 2 % is 20000.'),
    orderWeekdays: z.array(z.int()).describe('1 is Monday; none: any day.'),
    orderWeeks: z.int().describe('Every so many weeks.'),
    reviewDays: z.int().describe('The longest time between two days of ordering.'),
    ...{ orderMinimum: money, orderMinimumPieces: z.int(), rate, note: z.string(), isActive: z.boolean() },
    contacts: z.array(
      z.object({ name: z.string(), email: z.string(), phone: z.string(), about: z.string() }),
    ),
    closedDays: z.array(z.object({ from: day, until: day })),
  })
  .meta({ id: 'Supplier' });
const draft = z.strictObject({
  ...{ name: text(200, 1), currency: currencyInput(), locale: text(35, 2), email: text(254).default('') },
  ...{
    address: text(1_000).default(''),
    paymentDays: integer(0, 365).default(30),
    incoterm: text(200).default(''),
  },
  ...{ discountMillionths: integer(0, 500_000).default(0), discountDays: integer(0, 365).default(0) },
  ...{
    leadDays: integer(0, 730),
    orderWeekdays: list(weekday, 7).default([]),
    orderWeeks: integer(1, 26).default(1),
  },
  ...{ orderMinimum: moneyInput().optional(), orderMinimumPieces: integer(0, PIECES).default(0) },
  ...{ rate: rateInput().default('1'), note: text(5_000).default(''), isActive: z.boolean().default(true) },
  contacts: list(
    z.strictObject({
      ...{
        name: text(200),
        email: text(254).default(''),
        phone: text(50).default(''),
        about: text(200).default(''),
      },
    }),
    20,
  ).default([]),
  closedDays: list(z.strictObject({ from: dateInput(), until: dateInput() }), 100).default([]),
});
const saving = {
  not_found: 404,
  name_taken: 409,
  invalid: 422,
  currency_in_use: 409,
  wrong_currency: 422,
} as const;
const source = z.object({
  ...{ variantId: uuid(), item: stockItem.optional(), sku: z.string().optional() },
  ...{ packSize: z.int(), minimumQuantity: z.int(), shelfLifeDays: z.int().optional() },
  rank: z.int().describe('The lowest is bought from first.'),
  breaks: z.array(z.object({ from: z.int(), price })).describe('In force today.'),
  coming: z
    .object({ validFrom: day, breaks: z.array(z.object({ from: z.int(), price })) })
    .optional()
    .describe('The next that were announced.'),
});
const share = z
  .object({
    ...{ estimate: z.number(), low: z.number(), high: z.number(), of: z.int() },
  })
  .optional()
  .describe('A share with its 95 % interval (Wilson), of so many; nothing where there is nothing yet.');

export const supplierEndpoints = {
  listSuppliers: endpoint({
    ...{ ...read, path: '/suppliers', summary: 'Suppliers by name' },
    output: z.object({
      items: z.array(
        supplier.extend({ openOrders: z.int(), lateOrders: z.int() }).meta({ id: 'SupplierRow' }),
      ),
    }),
    refusals: {},
  }),
  readSupplier: endpoint({
    ...{ ...read, path: '/suppliers/{id}', summary: 'One supplier', params, output: supplier },
    refusals: { not_found: 404 },
  }),
  readSupplierScore: endpoint({
    ...{ ...read, path: '/suppliers/{id}/score', summary: 'How well a supplier delivers', params },
    description: 'Of the orders of the last 365 days.',
    output: z.object({
      ...{ onTime: share, inFull: share, flawless: share },
      priceToList: z
        .number()
        .optional()
        .meta({ permission: 'costs:read' })
        .describe('Paid over list, 1 is the same.'),
      leadTime: z.object({
        ...{ meanDays: z.number(), sdDays: z.number(), receipts: z.int(), isAssumed: z.boolean() },
        halfWithin: z.int().describe('Days within which half of the orders came, closed ones not counted.'),
        mostWithin: z.int().describe('Days within which nine of ten came.'),
      }),
      ...{ statedLeadDays: z.int(), orders: z.int() },
      deliveries: z
        .array(
          z.object({
            orderId: z.uuid().optional().describe('None where it came before the shop kept orders.'),
            ...{ reference: z.string(), orderedOn: z.iso.date(), promisedOn: z.iso.date().optional() },
            ...{ cameOn: z.iso.date(), lines: z.int(), shortLines: z.int(), flawedLines: z.int() },
          }),
        )
        .describe('The eight that came last, however long ago.'),
    }),
    refusals: { not_found: 404 },
  }),
  createSupplier: endpoint({
    changes,
    ...{ ...shared, method: 'POST', path: '/suppliers', summary: 'Add a supplier', body: draft, status: 201 },
    ...{ output: supplier, idempotency: 'transaction', refusals: saving },
  }),
  changeSupplier: endpoint({
    changes,
    ...{ ...shared, method: 'PUT', path: '/suppliers/{id}', summary: 'Change a supplier, all of it', params },
    ...{ body: draft, output: supplier, refusals: saving },
  }),
  listSupplierPrices: endpoint({
    ...{ ...read, path: '/suppliers/{id}/prices', summary: 'A supplier’s price list', params },
    ...{ query: z.strictObject(pageQuery), output: pageOf(source.meta({ id: 'SupplierPrice' })) },
    refusals: { not_found: 404, invalid_cursor: 422 },
  }),
  saveSupplierPrices: endpoint({
    changes: { kind: 'supplier', id: 'id' },
    ...{
      ...shared,
      method: 'PUT',
      path: '/suppliers/{id}/prices',
      summary: 'Write entries of a price list',
      params,
    },
    description: 'All or none; entries of other variants stay.',
    body: z.strictObject({
      sources: list(
        z.strictObject({
          ...{
            variantId: id<'variant'>(),
            sku: text(200).optional(),
            packSize: integer(1, PIECES).default(1),
          },
          ...{ minimumQuantity: integer(1, PIECES).default(1), shelfLifeDays: integer(1, 10_000).optional() },
          rank: integer(0, 1_000).default(0),
          breaks: list(z.strictObject({ from: integer(1, PIECES), price: priceInput() }), 20, 1),
          validFrom: dateInput()
            .optional()
            .describe(
              'Until then the prices before it hold; at once, in place of all, where it is left out.',
            ),
        }),
        1_000,
      ),
    }),
    output: z.object({ saved: z.int() }),
    refusals: { not_found: 404, unknown_variant: 422, invalid: 422, wrong_currency: 422 },
  }),
  removeSupplierPrices: endpoint({
    changes: { kind: 'supplier', id: 'id' },
    ...{
      ...shared,
      method: 'POST',
      path: '/suppliers/{id}/prices/removal',
      summary: 'Take entries out of it',
      params,
    },
    body: z.strictObject({ variantIds: list(id<'variant'>(), 1_000, 1) }),
    ...{ output: z.object({}), idempotency: 'transaction', refusals: { not_found: 404 } },
  }),
  readPriceSheet: endpoint({
    changes: { kind: 'supplier', id: 'id' },
    ...{
      ...shared,
      method: 'POST',
      path: '/suppliers/{id}/price-sheet',
      summary: 'Read a pasted price list',
      params,
    },
    description:
      'Rows of a sheet or a CSV file with a head: sku or barcode (ours), supplier sku, price, per, from, pack, minimum, shelf ' +
      'life. Several rows of one variant are its prices by quantity. With `isTrial` nothing is kept.',
    body: z.strictObject({ text: text(1_000_000, 1), isTrial: z.boolean().default(true) }),
    output: z.object({
      read: z.int().describe('Entries that are right.'),
      saved: z.int(),
      problems: z.array(z.object({ line: z.int(), message: z.string() })),
    }),
    ...{ idempotency: 'transaction', refusals: { not_found: 404, unknown_variant: 422, invalid: 422 } },
  }),
};
