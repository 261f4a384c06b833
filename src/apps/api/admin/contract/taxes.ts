import { z } from 'zod';
import {
  dateInput,
  endpoint,
  id,
  integer,
  list,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

const taxClass = z.object({ code: z.string(), name: z.string() }).meta({ id: 'TaxClass' });

const rate = z
  .object({
    id: uuid(),
    name: z.string().describe('What the shopper reads.'),
    country: z.string(),
    region: z.string().optional(),
    postalPrefixes: z.array(z.string()),
    levy: z.string(),
    taxClass: z.string(),
    rateMillionths: z.int().describe('19 % is 190000.'),
    validFrom: z.string().optional(),
    validUntil: z.string().optional(),
    source: z.string(),
  })
  .meta({ id: 'TaxRate' });

const rateInput = z.strictObject({
  name: text(100, 1),
  country: text(2, 2),
  region: text(3, 1).optional(),
  postalPrefixes: list(text(10, 1), 2_000).default([]).describe('Beginnings of postal codes; none is all.'),
  levy: text(40, 1).describe('Of one levy the most specific place counts; different levies are summed.'),
  taxClass: text(40).default('').describe('Left out: the standard rate.'),
  rateMillionths: integer(0, 1_000_000),
  validFrom: dateInput().optional(),
  validUntil: dateInput().optional().describe('The first day on which it does not apply any more.'),
  source: text(500).default('').describe('Where it was found, for whoever checks it.'),
});

const sellerInput = z.strictObject({
  registrations: list(text(6, 2), 300).describe('Where tax is collected beside the home country: GB, US-NY.'),
  usesOss: z.boolean(),
  isAboveThreshold: z.boolean(),
  vatIdProof: z.enum(['format', 'checked']),
  timeZone: text(60, 1),
});
const seller = z.object({
  registrations: z.array(z.string()),
  usesOss: z.boolean(),
  isAboveThreshold: z.boolean(),
  vatIdProof: z.enum(['format', 'checked']),
  timeZone: z.string(),
});

const shared = { group: 'Taxes', audience: 'settings:write', rate: 'write' } as const;
const read = { ...shared, method: 'GET', audience: 'settings:read', rate: 'read' } as const;
const page = { query: z.strictObject(pageQuery), refusals: { invalid_cursor: 422 } } as const;
const removed = z.object({ isRemoved: z.boolean() });
const saved = z.object({ isSaved: z.boolean() });
const classParams = z.strictObject({ code: text(40, 1) });
const TAX_REFUSALS = {
  ...({ missing: 422, too_long: 422, too_many: 422, invalid: 422, unknown_country: 422 } as const),
  ...({ not_found: 422, in_use: 409 } as const),
} as const;

export const taxEndpoints = {
  listTaxClasses: endpoint({
    ...{ ...read, ...page, path: '/tax/classes', summary: 'Kinds of goods', output: pageOf(taxClass) },
  }),
  saveTaxClass: endpoint({
    ...{ ...shared, method: 'PUT', path: '/tax/classes/{code}', summary: 'Make a class, or rename it' },
    ...{ params: classParams, body: z.strictObject({ name: text(100, 1) }), output: taxClass },
    refusals: TAX_REFUSALS,
    changes: { kind: 'tax_class', id: 'code', read: 'listTaxClasses' },
  }),
  removeTaxClass: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/tax/classes/{code}', summary: 'Take a class away' },
    description: 'Goods that still name it are taxed at the standard rate.',
    ...{ params: classParams, output: removed, refusals: TAX_REFUSALS },
    changes: { kind: 'tax_class', id: 'code', read: 'listTaxClasses' },
  }),
  listTaxRates: endpoint({
    ...{ ...read, ...page, path: '/tax/rates', summary: 'Tax rates, past and to come', output: pageOf(rate) },
    query: z.strictObject({ ...pageQuery, country: text(2, 2).optional() }),
  }),
  saveTaxRates: endpoint({
    ...{ ...shared, method: 'PUT', path: '/tax/rates', summary: 'Write rates, all or none' },
    description: 'One with the same place, levy, class and first day replaces the one before.',
    ...{ body: z.strictObject({ rates: list(rateInput, 1_000, 1) }), output: saved, refusals: TAX_REFUSALS },
    changes: { kind: 'tax_rates', read: 'listTaxRates' },
  }),
  removeTaxRate: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/tax/rates/{id}', summary: 'Take a rate away' },
    description: 'From the past too: to end one, save it with the day on which it ends.',
    ...{ params: z.strictObject({ id: id<'tax_rate'>() }), output: removed, refusals: {} },
    changes: { kind: 'tax_rate', id: 'id', read: 'listTaxRates' },
  }),
  readTaxSeller: endpoint({
    ...{ ...read, path: '/tax/seller', summary: 'Where the seller is registered', output: seller },
    refusals: {},
  }),
  saveTaxSeller: endpoint({
    ...{ ...shared, method: 'PUT', path: '/tax/seller', summary: 'Say where the seller is registered' },
    ...{ body: sellerInput, output: seller, refusals: TAX_REFUSALS },
    changes: { kind: 'tax_seller', read: 'readTaxSeller' },
  }),
};
