import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { idFrom } from '../../kernel/index.ts';
import {
  explainTax,
  NEW_SELLER,
  STARTER_RATES,
  type TaxInput,
  type TaxSeller,
  taxContextOf,
} from './index.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00:00Z');
const rules = STARTER_RATES.map((rate, index) => ({
  ...rate,
  id: idFrom<'tax_rate'>(index, new Uint8Array(10)),
}));

type Case = Partial<Omit<TaxInput, 'destination'>> & { readonly seller?: Partial<TaxSeller> };

/** `FR`, `US-NY 10001`. */
function context(to: string, { seller = {}, ...change }: Case = {}) {
  const [place = '', postalCode] = to.split(/ (.*)/);
  const [country = '', region] = place.split('-');
  const destination = {
    country,
    ...(region === undefined ? {} : { region }),
    ...(postalCode === undefined ? {} : { postalCode }),
  };
  const rulebook = { version: 1n, rules, seller: { ...NEW_SELLER, ...seller } };
  return taxContextOf(rulebook, { destination, sellerCountry: 'DE', now: NOW, ...change });
}

/** `FR 20`, `US 4 + 4.5`, `export`, `-` for no tax. */
function verdict(to: string, change: Case = {}, taxClass = ''): string {
  const { isExempt, exemptReason, rateFor } = context(to, change);
  const rates = rateFor(taxClass);
  assert.equal(isExempt, exemptReason !== undefined);
  assert.ok(!isExempt || rates.length === 0);
  if (exemptReason !== undefined) return exemptReason;
  if (rates.length === 0) return '-';
  return `${rates[0]?.country} ${rates.map((rate) => rate.rateMillionths / 10_000).join(' + ')}`;
}

const oss = { seller: { usesOss: true } };

test('whose rate applies to a seller in Germany', () => {
  const table: [to: string, change: Case, expected: string][] = [
    ['DE 20457', {}, 'DE 19'],
    // Directive 2006/112/EC, article 59c: below the threshold the seller's own rate
    ['FR 75001', {}, 'DE 19'],
    ['HU', {}, 'DE 19'],
    // article 33: the destination's
    ['FR 75001', oss, 'FR 20'],
    ['HU', oss, 'HU 27'],
    ['FR 75001', { seller: { isAboveThreshold: true } }, 'FR 20'],
    ['FR 75001', { seller: { registrations: ['FR'] } }, 'FR 20'],
    ['IT 00144', { seller: { registrations: ['FR'] } }, 'DE 19'],
    ['MC 98000', oss, 'FR 20'],
    ['AT 6691', oss, 'AT 19'],
    ['AT 1010', oss, 'AT 20'],
    ['PT 9000-001', oss, 'PT 22'],
    ['PT 1000-001', oss, 'PT 23'],
    // article 6 and 146: outside the VAT area
    ['DE 27498', oss, 'export'],
    ['DE 78266', {}, 'export'],
    ['ES 35001', oss, 'export'],
    ['ES 28039', oss, 'ES 21'],
    ['FI 22100', oss, 'export'],
    ['IT 23041', oss, 'export'],
    ['GB SW1A 2AA', oss, 'export'],
    ['GB BT1 1AA', oss, 'GB 20'],
    ['GB SW1A 2AA', { seller: { registrations: ['GB'] } }, 'GB 20'],
    ['IM IM2 1AA', { seller: { registrations: ['GB'] } }, 'GB 20'],
    ['CH 8001', oss, 'export'],
    ['JP', oss, 'export'],
    ['US-NY 10001', oss, 'export'],
    ['US-NY 10001', { seller: { registrations: ['US-NY'] } }, 'US 0.375 + 4.5 + 4'],
    ['US-NY 14604', { seller: { registrations: ['US-NY'] } }, 'US 4'],
    ['US-CA 90012', { seller: { registrations: ['US-NY'] } }, 'export'],
  ];
  for (const [to, change, expected] of table) assert.equal(verdict(to, change), expected, to);
});

test('whose rate applies to sellers elsewhere', () => {
  const table: [from: string, to: string, seller: Partial<TaxSeller>, expected: string][] = [
    ['US', 'US-CA 90012', { registrations: ['US-CA'] }, 'US 7.25 + 2.5'],
    ['US', 'US-CA 95014', { registrations: ['US-CA'] }, 'US 7.25'],
    ['US', 'US-TX 78701', { registrations: ['US-CA'] }, '-'],
    ['US', 'DE 20457', {}, 'export'],
    ['US', 'DE 20457', { usesOss: true }, 'DE 19'],
    ['GB', 'GB SW1A 2AA', {}, 'GB 20'],
    ['GB', 'DE 20457', {}, 'export'],
    ['GB', 'DE 20457', { registrations: ['DE'] }, 'DE 19'],
    ['FR', 'FR 75001', {}, 'FR 20'],
    ['FR', 'FR 97100', {}, 'export'],
  ];
  for (const [sellerCountry, to, seller, expected] of table) {
    assert.equal(verdict(to, { sellerCountry, seller }), expected, `${sellerCountry} to ${to}`);
  }
});

test('a business in another member state pays no VAT, and nobody else gets away with its id', () => {
  const business = (vatId: string, isVatIdValid?: boolean) => ({
    ...oss,
    customer: isVatIdValid === undefined ? { vatId } : { vatId, isVatIdValid },
  });
  const checked = { seller: { ...oss.seller, vatIdProof: 'checked' as const } };
  const table: [to: string, change: Case, expected: string][] = [
    ['FR 75001', business('FR12345678901'), 'reverse_charge'],
    ['FR 75001', business('fr 12 345 678 901'), 'reverse_charge'],
    ['IT 00144', business('FR12345678901'), 'reverse_charge'],
    ['FR 75001', business('FR1234'), 'FR 20'],
    ['FR 75001', business('DE123456789'), 'FR 20'],
    ['DE 20457', business('FR12345678901'), 'DE 19'],
    ['FR 75001', business('GB123456789'), 'FR 20'],
    ['FR 75001', business('CHE123456789MWST'), 'FR 20'],
    ['GB BT1 1AA', business('XI123456789'), 'reverse_charge'],
    ['CH 8001', business('CHE123456789MWST'), 'export'],
    ['FR 75001', business('FR12345678901', false), 'FR 20'],
    ['FR 75001', { ...business('FR12345678901'), ...checked }, 'FR 20'],
    ['FR 75001', { ...business('FR12345678901', true), ...checked }, 'reverse_charge'],
    ['FR 75001', { sellerCountry: 'US', customer: { vatId: 'FR12345678901' } }, 'export'],
    ['DE 20457', { customer: { isExempt: true } }, 'exempt_customer'],
  ];
  for (const [to, change, expected] of table)
    assert.equal(verdict(to, change), expected, `${to} ${expected}`);
});

test("of an exempt sale the tax that prices contain is the seller's own", () => {
  const contained = (to: string, taxClass: string, change: Case = {}) =>
    context(to, change)
      .containedRateFor?.(taxClass)
      .map((rate) => rate.rateMillionths);
  assert.deepEqual(contained('US-NY 10001', ''), [190_000]);
  assert.deepEqual(contained('DE 20457', 'books', { customer: { isExempt: true } }), [70_000]);
  assert.equal(contained('DE 20457', ''), undefined);
});

test('a class has its own rate where there is one, else the standard', () => {
  const table: [to: string, taxClass: string, expected: string][] = [
    ['DE', 'books', 'DE 7'],
    ['DE', 'food', 'DE 7'],
    ['DE', 'toys', 'DE 19'],
    ['FR', 'books', 'FR 5.5'],
    ['IE', 'books', 'IE 0'],
    ['DK', 'books', 'DK 25'],
    ['AT 6691', 'books', 'AT 19'],
  ];
  for (const [to, taxClass, expected] of table) assert.equal(verdict(to, oss, taxClass), expected, to);
});

test('a rate begins and ends with the days of the seller', () => {
  const at = (now: string, timeZone: string) =>
    verdict('EE', { seller: { usesOss: true, timeZone }, now: Temporal.Instant.from(now) });
  assert.equal(at('2025-06-30T20:59:59Z', 'Europe/Tallinn'), 'EE 22');
  assert.equal(at('2025-06-30T21:00:00Z', 'Europe/Tallinn'), 'EE 24');
  assert.equal(at('2025-06-30T21:00:00Z', 'UTC'), 'EE 22');
  assert.equal(at('2026-11-23T00:00:00Z', 'UTC'), 'EE 24');
});

test('the order in which rates are kept does not matter', () => {
  const places = ['DE 20457', 'AT 6691', 'US-NY 10001', 'PT 9000-001', 'EE'].map((to) => to);
  fc.assert(
    fc.property(fc.shuffledSubarray(rules, { minLength: rules.length }), (shuffled) => {
      for (const to of places) {
        const [place = '', postalCode = ''] = to.split(/ (.*)/);
        const [country = '', region = ''] = place.split('-');
        const input = { destination: { country, region, postalCode }, sellerCountry: 'DE', now: NOW };
        const seller = { ...NEW_SELLER, usesOss: true, registrations: ['US-NY'] };
        assert.deepEqual(
          taxContextOf({ version: 1n, rules: shuffled, seller }, input).rateFor(''),
          taxContextOf({ version: 1n, rules, seller }, input).rateFor(''),
        );
      }
    }),
    { numRuns: 50 },
  );
});

test('it is said why', () => {
  const france = { country: 'FR' };
  const business = { customer: { vatId: 'FRXX123456789' } };
  const table: [to: TaxInput['destination'], seller: Partial<TaxSeller>, more: object, expected: string][] = [
    [{ country: 'DE' }, {}, {}, 'home'],
    [france, {}, {}, 'below_threshold'],
    [france, { usesOss: true }, {}, 'union'],
    [france, { registrations: ['FR'] }, {}, 'registered'],
    [france, {}, business, 'reverse_charge'],
    [france, {}, { customer: { isExempt: true } }, 'exempt_customer'],
    [{ country: 'CH' }, {}, {}, 'export'],
    [{ country: 'US', region: 'NY' }, {}, { sellerCountry: 'US' }, 'no_tax_there'],
  ];
  for (const [destination, seller, more, expected] of table) {
    const rulebook = { version: 1n, rules, seller: { ...NEW_SELLER, ...seller } };
    const input = { destination, sellerCountry: 'DE', now: NOW, ...more };
    const { why, context: explained } = explainTax(rulebook, input);
    assert.equal(why, expected);
    assert.equal(explained.exemptReason, taxContextOf(rulebook, input).exemptReason);
  }
});
