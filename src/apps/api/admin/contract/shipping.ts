import { z } from 'zod';
import {
  currencyInput,
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

const place = {
  countries: list(text(2, 2), 300).default([]).describe('None is the rest of the world.'),
  regions: list(text(6, 4), 500).default([]).describe('`US-CA`: only these regions of the countries.'),
  postalCodes: list(text(30, 1), 2_000).default([]).describe('`27498`, `BT*` or `18500..18599`.'),
};
const placeFacts = {
  countries: z.array(z.string()),
  regions: z.array(z.string()),
  postalCodes: z.array(z.string()),
};

const zone = z
  .object({ id: uuid(), name: z.string(), position: z.int(), ...placeFacts })
  .meta({ id: 'ShippingZone' });
const zoneBody = z.strictObject({ name: text(100, 1), position: integer(0, 10_000).default(0), ...place });

const UP_TO = 'Grams, pieces, or minor units of what the goods are worth; left out: without end.';
const step = z.object({ upTo: z.int().optional().describe(UP_TO), price: money });
const stepsInput = list(
  z.strictObject({ upTo: integer(1, 1_000_000_000).optional().describe(UP_TO), price: moneyInput() }),
  100,
  1,
);

const table = z
  .object({
    ...{ id: uuid(), name: z.string(), carrier: z.string(), currency: z.string() },
    zones: z.array(z.object({ code: z.string(), ...placeFacts, steps: z.array(step) })),
  })
  .meta({ id: 'CarrierTable' });
const tableBody = z.strictObject({
  ...{ name: text(100, 1), carrier: text(100, 1), currency: currencyInput() },
  zones: list(z.strictObject({ code: text(100, 1), ...place, steps: stepsInput }), 100, 1),
});

const dimensions = { lengthMm: integer(1, 100_000), widthMm: integer(1, 100_000) };
const facts = {
  ...{ code: z.string(), name: z.string(), kind: z.enum(['delivery', 'pickup']) },
  translations: z.record(z.string(), z.string()),
  ...{ carrier: z.string().optional(), service: z.string().optional(), taxClass: z.string() },
  ...{ isTaxedLikeGoods: z.boolean(), minDays: z.int().optional(), maxDays: z.int().optional() },
  ...{ cutOff: z.string().optional(), maxWeightGrams: z.int().optional() },
  maxDimensions: z.object({ lengthMm: z.int(), widthMm: z.int(), heightMm: z.int() }).optional(),
  ...{ isActive: z.boolean(), position: z.int() },
};
const rate = z.object({
  ...{ zoneId: uuid(), currency: z.string(), freeFrom: money.optional() },
  basis: z.enum(['weight', 'value', 'quantity', 'carrier']),
  steps: z.array(step).optional(),
  ...{ tableId: uuid().optional(), surcharge: money.optional() },
});
const method = z.object({ id: uuid(), ...facts, rates: z.array(rate) }).meta({ id: 'DeliveryMethod' });

const rateFacts = {
  zoneId: id<'shipping_zone'>(),
  currency: currencyInput(),
  freeFrom: moneyInput().optional(),
};
const methodBody = z.strictObject({
  ...{ code: text(40, 1), name: text(100, 1), kind: z.enum(['delivery', 'pickup']) },
  translations: list(z.strictObject({ locale: text(35, 2), name: text(100, 1) }), 50).default([]),
  ...{ carrier: text(100, 1).optional(), service: text(100, 1).optional(), taxClass: text(40).default('') },
  isTaxedLikeGoods: z.boolean().default(false),
  ...{ minDays: integer(0, 365).optional(), maxDays: integer(0, 365).optional() },
  cutOff: text(5, 5).optional().describe('Orders placed by then leave the same business day: `14:00`.'),
  maxWeightGrams: integer(1, 1_000_000_000).optional(),
  maxDimensions: z.strictObject({ ...dimensions, heightMm: integer(1, 100_000) }).optional(),
  ...{ isActive: z.boolean().default(true), position: integer(0, 10_000).default(0) },
  rates: list(
    z.discriminatedUnion('basis', [
      z.strictObject({
        ...{ ...rateFacts, basis: z.enum(['weight', 'value', 'quantity']), steps: stepsInput },
      }),
      z.strictObject({
        ...{ ...rateFacts, basis: z.literal('carrier'), tableId: id<'carrier_table'>() },
        surcharge: moneyInput().optional(),
      }),
    ]),
    1_000,
  ),
});

const shared = { group: 'Shipping', audience: 'settings:write', rate: 'write' } as const;
const read = { ...shared, method: 'GET', audience: 'settings:read', rate: 'read' } as const;
const make = { ...shared, method: 'POST', status: 201, idempotency: 'transaction' } as const;
const change = { ...shared, method: 'PUT' } as const;
const remove = { ...shared, method: 'DELETE', output: z.object({ isRemoved: z.boolean() }) } as const;
const page = { query: z.strictObject(pageQuery), refusals: { invalid_cursor: 422 } } as const;
/** Every name by which settings of delivery are refused. */
export const SHIPPING_REFUSALS = {
  ...({ missing: 422, too_long: 422, too_many: 422, invalid: 422, unknown_country: 422 } as const),
  ...({ unknown_zone: 422, unknown_table: 422, code_taken: 409, not_found: 404, in_use: 409 } as const),
} as const;
const refusals = { ...SHIPPING_REFUSALS, other_currency: 422 } as const;
const zoneParams = z.strictObject({ id: id<'shipping_zone'>() });
const methodParams = z.strictObject({ id: id<'delivery_method'>() });
const tableParams = z.strictObject({ id: id<'carrier_table'>() });

export const shippingEndpoints = {
  listShippingZones: endpoint({
    ...{
      ...read,
      ...page,
      path: '/shipping/zones',
      summary: 'Places at the same prices',
      output: pageOf(zone),
    },
  }),
  createShippingZone: endpoint({
    ...{ ...make, path: '/shipping/zones', summary: 'Make a zone', body: zoneBody, output: zone, refusals },
    changes: { kind: 'shipping_zone', id: 'id', read: 'listShippingZones' },
  }),
  changeShippingZone: endpoint({
    ...{ ...change, path: '/shipping/zones/{id}', summary: 'Change a zone, all of it', params: zoneParams },
    ...{ body: zoneBody, output: zone, refusals },
    changes: { kind: 'shipping_zone', id: 'id', read: 'listShippingZones' },
  }),
  removeShippingZone: endpoint({
    ...{ ...remove, path: '/shipping/zones/{id}', summary: 'Take a zone away', params: zoneParams, refusals },
    changes: { kind: 'shipping_zone', id: 'id', read: 'listShippingZones' },
  }),
  listDeliveryMethods: endpoint({
    ...{ ...read, ...page, path: '/shipping/methods', summary: 'Ways of delivery', output: pageOf(method) },
  }),
  createDeliveryMethod: endpoint({
    ...{ ...make, path: '/shipping/methods', summary: 'Make a way of delivery', body: methodBody },
    ...{ output: method, refusals },
    changes: { kind: 'delivery_method', id: 'id', read: 'listDeliveryMethods' },
  }),
  changeDeliveryMethod: endpoint({
    ...{ ...change, path: '/shipping/methods/{id}', summary: 'Change a way of delivery, all of it' },
    ...{ params: methodParams, body: methodBody, output: method, refusals },
    changes: { kind: 'delivery_method', id: 'id', read: 'listDeliveryMethods' },
  }),
  removeDeliveryMethod: endpoint({
    ...{ ...remove, path: '/shipping/methods/{id}', summary: 'Take a way of delivery away' },
    ...{ params: methodParams, refusals: {} },
    changes: { kind: 'delivery_method', id: 'id', read: 'listDeliveryMethods' },
  }),
  listCarrierTables: endpoint({
    ...{ ...read, ...page, path: '/shipping/carrier-tables', summary: 'Price lists of carriers' },
    output: pageOf(table),
  }),
  createCarrierTable: endpoint({
    ...{ ...make, path: '/shipping/carrier-tables', summary: "Keep a carrier's price list", body: tableBody },
    ...{ output: table, refusals },
    changes: { kind: 'carrier_table', id: 'id', read: 'listCarrierTables' },
  }),
  changeCarrierTable: endpoint({
    ...{
      ...change,
      path: '/shipping/carrier-tables/{id}',
      summary: "Change a carrier's price list, all of it",
    },
    ...{ params: tableParams, body: tableBody, output: table, refusals },
    changes: { kind: 'carrier_table', id: 'id', read: 'listCarrierTables' },
  }),
  removeCarrierTable: endpoint({
    ...{ ...remove, path: '/shipping/carrier-tables/{id}', summary: "Take a carrier's price list away" },
    ...{ params: tableParams, refusals },
    changes: { kind: 'carrier_table', id: 'id', read: 'listCarrierTables' },
  }),
};
