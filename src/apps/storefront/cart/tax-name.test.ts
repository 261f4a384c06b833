import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localeOf } from '../../../kernel/index.ts';
import { STARTER_RATES } from '../../../modules/taxes/index.ts';
import { taxName } from './tax-name.ts';

const CASES = [
  ['USt.', 'en', 'VAT 20%'],
  ['USt.', 'de', 'USt. 20\u00a0%'],
  ['MwSt.', 'en-IE', 'VAT 20%'],
  ['VAT', 'de', 'MwSt. 20\u00a0%'],
  ['VAT', 'en', 'VAT 20%'],
  ['BTW/TVA', 'en', 'VAT 20%'],
  ['New York State', 'de', 'New York State 20\u00a0%'],
  ['Our own tax', 'en', 'Our own tax 20%'],
] as const;

for (const [name, locale, written] of CASES) {
  test(`${name} is ${written} in ${locale}`, () => {
    assert.equal(taxName({ name, rateMillionths: 200_000 }, { locale: localeOf(locale) }), written);
  });
}

test('every European tax to begin with is called VAT in English', () => {
  const european = STARTER_RATES.filter(({ country, name }) => country !== 'US' && !/ /.test(name));
  assert.ok(european.length > 50);
  for (const { name, rateMillionths } of european) {
    assert.match(taxName({ name, rateMillionths }, { locale: localeOf('en') }), /^VAT /, name);
  }
});
