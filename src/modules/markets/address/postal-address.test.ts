import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localeOf } from '../../../kernel/index.ts';
import {
  addressFormat,
  COUNTRIES,
  countriesBy,
  countryName,
  formatAddress,
  normalPostalCode,
  type PostalAddress,
  parsePostalAddress,
  regionsOf,
} from '../index.ts';

const GOOD = { name: 'Ada Byron', line1: 'Lotsenkai 7', city: 'Hamburg', postalCode: '20457', country: 'DE' };

const problemsOf = (input: unknown, field = '') => {
  const parsed = parsePostalAddress(input, { field });
  return parsed.ok ? [] : parsed.refusal.problems.map((one) => `${one.field}: ${one.code}`);
};
const parsed = (input: object): PostalAddress => {
  const result = parsePostalAddress(input);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};

test('postal codes in their usual form, or none', () => {
  const table: [country: string, text: string, normal: string | undefined][] = [
    ['DE', '20457', '20457'],
    ['DE', 'D-20457', '20457'],
    ['DE', ' 20 457 ', '20457'],
    ['DE', '2045', undefined],
    ['DE', '２０４５７', undefined],
    ['AT', 'A-1010', '1010'],
    ['CH', 'CH-8001', '8001'],
    ['FR', '33 380', '33380'],
    ['GB', 'sw1a2aa', 'SW1A 2AA'],
    ['GB', 'M1 1AE', 'M1 1AE'],
    ['GB', 'ec1y8sy', 'EC1Y 8SY'],
    ['GB', 'SW1A 2CA', undefined],
    ['GB', '12345', undefined],
    ['IE', 'd02af30', 'D02 AF30'],
    ['IE', 'D6WXY45', 'D6W XY45'],
    ['NL', '1234ab', '1234 AB'],
    ['NL', '1234', undefined],
    ['BE', 'B-1000', '1000'],
    ['IT', '00144', '00144'],
    ['ES', '28039', '28039'],
    ['PT', '2725079', '2725-079'],
    ['PL', '00950', '00-950'],
    ['PL', '00–950', '00-950'],
    ['SE', '11455', '114 55'],
    ['SE', 'SE-114 55', '114 55'],
    ['DK', '8660', '8660'],
    ['NO', '0025', '0025'],
    ['FI', 'FI-00550', '00550'],
    ['LV', '1073', 'LV-1073'],
    ['LV', 'lv1073', 'LV-1073'],
    ['US', '95014', '95014'],
    ['US', '221621010', '22162-1010'],
    ['US', '9501', undefined],
    ['CA', 'h3z2y7', 'H3Z 2Y7'],
    ['CA', 'H3Z 2D7', undefined],
    ['CA', 'D3Z 2Y7', undefined],
    ['AU', '2060', '2060'],
    ['NZ', '6001', '6001'],
    ['JP', '1540023', '154-0023'],
    ['BR', '40301110', '40301-110'],
    ['IN', '110 034', '110034'],
    ['HK', '999077', undefined],
    ['AE', '00000', undefined],
  ];
  for (const [country, text, normal] of table) {
    assert.equal(normalPostalCode(country, text), normal, `${country} ${text}`);
  }
});

test('every example is accepted as it stands, in lower case too, and by the pattern of its field', () => {
  for (const country of COUNTRIES) {
    const { postalCode } = addressFormat(country);
    if (postalCode === undefined) continue;
    const { example } = postalCode;
    assert.equal(normalPostalCode(country, example), example, country);
    const pattern = new RegExp(`^(?:${postalCode.pattern})$`, 'v');
    for (const typed of [example, example.toLowerCase(), example.replace(/[ -]/g, '')]) {
      assert.match(typed, pattern, `${country} ${typed}`);
    }
  }
});

test('what is needed where', () => {
  const table: [country: string, required: string][] = [
    ['DE', 'name line1 postalCode city'],
    ['US', 'name line1 city region postalCode'],
    ['CA', 'name line1 city region postalCode'],
    ['AU', 'name line1 city region postalCode'],
    ['IT', 'name line1 postalCode city region'],
    ['GB', 'name line1 city postalCode'],
    ['IE', 'name line1 city'],
    ['HK', 'name region line1'],
    ['AE', 'name line1 region'],
    ['SG', 'name line1 postalCode'],
    ['JP', 'name postalCode region city line1'],
  ];
  for (const [country, required] of table) {
    const { fields } = addressFormat(country);
    assert.equal(
      fields.flatMap(({ field, isRequired }) => (isRequired ? field : [])).join(' '),
      required,
      country,
    );
  }
  assert.equal(addressFormat('IE').postalCode?.example, 'D02 AF30');
  assert.equal(addressFormat('HK').postalCode, undefined);
});

test('every country has a format, a name in every language, and lines that say all of an address', () => {
  assert.equal(COUNTRIES.length, 250);
  for (const country of COUNTRIES) {
    const { fields, regions = [] } = addressFormat(country);
    assert.ok(fields.every(({ label, autocomplete }) => label.startsWith('address.') && autocomplete !== ''));
    assert.equal(new Set(regions.map(({ code }) => code)).size, regions.length, country);
    assert.notEqual(countryName(country, localeOf('de')), country);
    const example = addressFormat(country).postalCode?.example;
    const region = regions[0]?.code ?? 'Region';
    const given = { name: 'N', company: 'Co', line1: 'L1', line2: 'L2', city: 'Town', region, country };
    const address = parsed(example === undefined ? given : { ...given, postalCode: example });
    const text = formatAddress(address).join('\n');
    const words = ['N', 'Co', 'L1', 'L2', ...(example === undefined ? [] : [example])];
    for (const word of words) assert.ok(text.includes(word), `${country}: ${word} is not in ${text}`);
  }
  assert.deepEqual(
    countriesBy(localeOf('de'), ['AT', 'DE', 'EG']).map(({ name }) => name),
    ['Ägypten', 'Deutschland', 'Österreich'],
  );
});

test('labels in the order of the country', () => {
  const ada = { name: 'Ada Byron', line1: '1 Main St', city: 'Town' };
  const table: [PostalAddress, string[]][] = [
    [parsed(GOOD), ['Ada Byron', 'Lotsenkai 7', '20457 Hamburg', 'GERMANY']],
    [
      parsed({ ...ada, line2: 'Apt 4', region: 'nevada', postalCode: '89501', country: 'US' }),
      ['Ada Byron', '1 Main St', 'Apt 4', 'Town NV 89501', 'UNITED STATES'],
    ],
    [
      parsed({ ...ada, company: 'Acme', postalCode: 'sw1a2aa', country: 'GB' }),
      ['Ada Byron', 'Acme', '1 Main St', 'Town', 'SW1A 2AA', 'UNITED KINGDOM'],
    ],
    [
      parsed({ ...ada, region: '東京都', postalCode: '1540023', country: 'JP' }),
      ['Ada Byron', '1 Main St', 'Town, Tokyo', '154-0023', 'JAPAN'],
    ],
    [
      parsed({
        name: '山田',
        line1: '1-2-3',
        city: '渋谷区',
        region: '13',
        postalCode: '1540023',
        country: 'JP',
      }),
      ['〒154-0023', '東京都渋谷区', '1-2-3', '山田', 'JAPAN'],
    ],
    [
      parsed({ name: 'A', line1: 'B', region: 'dubai', country: 'AE' }),
      ['A', 'B', 'Dubai', 'UNITED ARAB EMIRATES'],
    ],
    [
      parsed({ name: 'A', line1: 'B', postalCode: '546080', country: 'SG' }),
      ['A', 'B', 'Singapore 546080', 'SINGAPORE'],
    ],
  ];
  for (const [address, lines] of table) assert.deepEqual(formatAddress(address), lines);
  assert.deepEqual(formatAddress(parsed(GOOD), { homeCountry: 'DE' }).at(-1), '20457 Hamburg');
  assert.equal(formatAddress(parsed(GOOD), { locale: localeOf('de') }).at(-1), 'DEUTSCHLAND');
});

test('every problem is told, each with its field and what would be accepted', () => {
  assert.deepEqual(problemsOf({ country: 'US', postalCode: '1', phone: 'no' }, 'shippingAddress'), [
    'shippingAddress.name: missing',
    'shippingAddress.line1: missing',
    'shippingAddress.city: missing',
    'shippingAddress.region: missing',
    'shippingAddress.postalCode: invalid',
    'shippingAddress.phone: invalid',
  ]);
  const result = parsePostalAddress({ ...GOOD, postalCode: '1' });
  assert.ok(!result.ok && result.refusal.message.includes('26133'));
});

test('what cannot be an address is refused', () => {
  const table: [input: unknown, problems: string[]][] = [
    [undefined, ['address: invalid']],
    [[], ['address: invalid']],
    [{}, ['country: missing']],
    [{ country: 'ZZ' }, ['country: unknown_country']],
    [{ country: 7 }, ['country: unknown_country']],
    [{ ...GOOD, name: 'x'.repeat(101) }, ['name: too_long']],
    [{ ...GOOD, line2: 'x'.repeat(100_000) }, ['line2: too_long']],
    [{ ...GOOD, name: { toString: () => 'x' } }, ['name: invalid']],
    [{ ...GOOD, name: 'Ada\nByron' }, ['name: invalid']],
    [{ ...GOOD, name: 'Ada\u0000' }, ['name: invalid']],
    [{ ...GOOD, city: 'Ham\u202eburg' }, ['city: invalid']],
    [{ ...GOOD, city: '\ud800' }, ['city: invalid']],
    [{ ...GOOD, name: '   ' }, ['name: missing']],
    [{ ...GOOD, country: 'US', postalCode: '95014', region: 'Bavaria' }, ['region: invalid']],
    [{ ...GOOD, phone: '+49 40 66969 120' }, []],
    [{ ...GOOD, phone: '1234' }, ['phone: invalid']],
    [{ ...GOOD, phone: '+49;drop' }, ['phone: invalid']],
  ];
  for (const [input, problems] of table) assert.deepEqual(problemsOf(input), problems);
});

test('an address is put right: spaces, case of the country, fields that the country does not use', () => {
  const address = parsed({ ...GOOD, name: '  Ada   Byron ', country: 'de', region: 'HH', junk: 1 });
  assert.deepEqual(address, { ...GOOD });
  assert.equal(parsed({ ...GOOD, name: 'Zoe\u0308' }).name, 'Zoë');
});

test('whatever is sent is either refused or an address that is accepted again as it is', () => {
  const field = fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.constant(undefined), fc.integer());
  const country = fc.constantFrom('DE', 'US', 'GB', 'JP', 'HK', 'IE', 'NL');
  const anyInput = fc.record({
    ...{ name: field, company: field, line1: field, line2: field, city: field, phone: field },
    region: fc.oneof(field, fc.constantFrom(...regionsOf('US').map(({ name }) => name))),
    postalCode: fc.oneof(field, fc.constantFrom('20457', '95014', 'sw1a2aa', '1540023', 'd02af30', '1234AB')),
    country,
  });
  fc.assert(
    fc.property(anyInput, (input) => {
      const first = parsePostalAddress(input);
      if (!first.ok) return assert.ok(first.refusal.problems.length > 0);
      const again = parsePostalAddress(first.value);
      assert.ok(again.ok);
      assert.deepEqual(again.value, first.value);
    }),
  );
});
