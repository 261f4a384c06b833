import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseVatId } from './index.ts';

test('what has the form of a VAT id', () => {
  const good = [
    ...[
      'ATU12345678',
      'BE0123456789',
      'BG123456789',
      'CY12345678X',
      'CZ12345678',
      'DE123456789',
      'DK12345678',
    ],
    ...[
      'EE123456789',
      'EL123456789',
      'ESX1234567X',
      'FI12345678',
      'FR12345678901',
      'HR12345678901',
      'HU12345678',
    ],
    ...[
      'IE1234567T',
      'IE1234567TA',
      'IT12345678901',
      'LT123456789',
      'LU12345678',
      'LV12345678901',
      'MT12345678',
    ],
    ...[
      'NL123456789B01',
      'PL1234567890',
      'PT123456789',
      'RO12',
      'SE123456789001',
      'SI12345678',
      'SK1234567890',
    ],
    ...['XI123456789', 'GB123456789', 'CHE123456789MWST', 'NO123456789MVA'],
  ];
  for (const text of good) {
    const parsed = parseVatId(text);
    assert.ok(parsed.ok && parsed.value.text === text, text);
    assert.ok(!parseVatId(`${text}9999999999`).ok, text);
    assert.ok(!parseVatId(text.slice(0, 3)).ok, text);
  }
});

test('a VAT id is read in pieces and in small letters, and Greece by either prefix', () => {
  const table: [text: string, country: string, normal: string][] = [
    ['de 123.456-789', 'DE', 'DE123456789'],
    ['gr123456789', 'GR', 'EL123456789'],
    ['EL 123456789', 'GR', 'EL123456789'],
    ['XI123456789', 'GB', 'XI123456789'],
  ];
  for (const [text, country, normal] of table) {
    assert.deepEqual(parseVatId(text), { ok: true, value: { country, text: normal } });
  }
  for (const text of [
    '',
    'DE',
    'ZZ123456789',
    '123456789',
    'DE12345678',
    "DE123456789'--",
    'D'.repeat(1_000_000),
  ]) {
    assert.ok(!parseVatId(text).ok);
  }
});
