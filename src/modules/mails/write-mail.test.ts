import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localeOf } from '../../kernel/index.ts';
import { NEW_SHOP } from '../markets/index.ts';
import { EXAMPLES } from './examples.ts';
import { MAIL_KINDS, type MailKind, writeMail } from './index.ts';

const SHOP = {
  ...NEW_SHOP,
  ...{ name: 'Mill & Sons', legalName: 'Mill & Sons GmbH', email: 'hello@mill.example', phone: '+49 40 1' },
  ...{ postalAddress: 'Mühlweg 3\n20095 Hamburg', vatId: 'DE123456789', baseUrl: 'https://mill.example' },
  timeZone: 'Europe/Berlin',
};
const ENGLISH = { shop: SHOP, locale: localeOf('en') };
const GERMAN = { shop: SHOP, locale: localeOf('de-AT') };

/** The same model with another text in place of every text that a person may have typed. */
function typed<Value>(value: Value, text: string, isKept = (_name: string) => false): Value {
  const swap = (given: unknown, name: string): unknown => {
    if (typeof given === 'string') return isKept(name) ? given : text;
    if (Array.isArray(given)) return given.map((item) => swap(item, name));
    if (typeof given !== 'object' || given === null || given instanceof Temporal.Instant) return given;
    return Object.fromEntries(Object.entries(given).map(([key, item]) => [key, swap(item, key)]));
  };
  return swap(value, '') as Value;
}
const OURS: ReadonlySet<string> = new Set(['currency', 'payment', 'purpose', 'reason', 'change']);
const isOurs = (name: string) => OURS.has(name) || name.endsWith('Url');

function tagsOf(html: string): string[] {
  return html.match(/<[a-z/!][^>]*>/gi) ?? [];
}

for (const kind of MAIL_KINDS) {
  test(`${kind} says the same in HTML and in plain text, in two languages`, () => {
    const [english, german] = [
      writeMail(kind, EXAMPLES[kind], ENGLISH),
      writeMail(kind, EXAMPLES[kind], GERMAN),
    ];
    assert.notEqual(english.subject, german.subject);
    assert.notEqual(english.text, german.text);
    for (const mail of [english, german]) {
      assert.match(mail.subject, /^\S.{5,90}\S$/);
      assert.doesNotMatch(mail.text, /undefined|\[object|NaN/);
      const words = plainOf(mail.html);
      for (const line of mail.text.split('\n').filter((line) => /^\w[^:]*$/.test(line))) {
        assert.ok(words.includes(line.trim()), `"${line}" is missing in the HTML`);
      }
      for (const line of [
        'Mill & Sons GmbH',
        'Mühlweg 3',
        '20095 Hamburg',
        'DE123456789',
        'hello@mill.example',
      ]) {
        assert.ok(words.includes(line) && mail.text.includes(line), line);
      }
    }
  });

  test(`${kind} shows what people typed literally, whatever it is`, () => {
    const clean = writeMail(kind, typed(EXAMPLES[kind], 'plain', isOurs), ENGLISH);
    for (const text of [
      '{{7*7}}',
      '$' + '{7*7}',
      '<%= 7*7 %>',
      '#{7*7}',
      '<script>alert(1)</script>',
      '"><img src=x onerror=a()>',
      '&lt;b&gt;',
    ]) {
      const mail = writeMail(kind, typed(EXAMPLES[kind], text, isOurs), ENGLISH);
      assert.equal(mail.text, clean.text.replaceAll('plain', text), text);
      assert.ok(plainOf(mail.html).includes(text) || !plainOf(clean.html).includes('plain'), text);
      assert.equal(tagsOf(mail.html).length, tagsOf(clean.html).length, text);
      assert.doesNotMatch(mail.html, /\b49\b(?! 40)/, text);
    }
  });
}

function plainOf(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|quot|#39|amp);/g,
      (entity) => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' })[entity] ?? '',
    );
}

test('no text makes a tag, an attribute or a header, in any mail', () => {
  const kinds = fc.constantFrom<MailKind>(...MAIL_KINDS);
  fc.assert(
    fc.property(
      kinds,
      fc.string({ maxLength: 40, unit: fc.constantFrom(...'<>"\'&{}$= \r\n/ax') }),
      (kind, text) => {
        const clean = writeMail(kind, typed(EXAMPLES[kind], text.replace(/[^\r\n ]/g, 'x'), isOurs), ENGLISH);
        const mail = writeMail(kind, typed(EXAMPLES[kind], text, isOurs), ENGLISH);
        assert.doesNotMatch(mail.subject, /[\r\n]/);
        assert.deepEqual(tagsOf(mail.html).map(nameOf), tagsOf(clean.html).map(nameOf));
      },
    ),
    { numRuns: 300 },
  );
});

function nameOf(tag: string): string {
  return /^<\/?[a-z!]+/i.exec(tag)?.[0] ?? '';
}

test('an address that is no web address is never a link', () => {
  const model = typed(EXAMPLES.order_confirmation, 'javascript:alert(1)', (name) => !name.endsWith('Url'));
  const { html } = writeMail('order_confirmation', model, ENGLISH);
  assert.doesNotMatch(html, /href="javascript/);
});

test('the confirmation adds up in front of the shopper', () => {
  const { text } = writeMail('order_confirmation', EXAMPLES.order_confirmation, ENGLISH);
  for (const line of [
    '- 2 × Stoneware mug: €39.80\n  Moss green',
    'Subtotal: €52.30',
    'Discount: -€5.00',
    'Delivery: €4.90',
    'Total: €52.20',
    'Tax included: €8.33',
    'terms in the version 2026-05-01',
    'withdraw from this contract within 14 days',
    'Withdraw from contract here: https://shop.example/withdraw',
  ]) {
    assert.ok(text.includes(line), line);
  }
  const exclusive = { ...EXAMPLES.order_confirmation, withdrawalUrl: undefined };
  const totals = { ...exclusive.totals, pricesIncludeTax: false, deliveryMinor: 0n, creditMinor: 1_000n };
  const american = writeMail('order_confirmation', { ...exclusive, totals }, ENGLISH).text;
  assert.match(american, /Delivery: free\nTax: €8.33\nTotal: €52.20\nGift cards and store credit: -€10.00/);
  assert.doesNotMatch(american, /withdraw/i);
});

test('the withdrawal receipt has the statement, and when it came in the day and hour of the shop', () => {
  const { text } = writeMail('withdrawal_receipt', EXAMPLES.withdrawal_receipt, ENGLISH);
  assert.match(text, /19 June 2026|June 19, 2026/);
  assert.match(text, /11:30:00.(AM )?GMT\+2|11:30:00 CEST/);
  assert.match(text, /> I withdraw from the contract for the mugs\./);
  const unsaid = { ...EXAMPLES.withdrawal_receipt, statement: ' ', lines: [] };
  const said = writeMail('withdrawal_receipt', unsaid, GERMAN).text;
  assert.match(said, /> Ich widerrufe den Vertrag/);
  assert.match(said, /alles aus dieser Bestellung/);
});

test('HTML is what mail clients take: no tables, no scripts, nothing fetched, a language, and a dark side', () => {
  for (const kind of MAIL_KINDS) {
    const { html } = writeMail(kind, EXAMPLES[kind], GERMAN);
    assert.doesNotMatch(html, /<(table|script|img|link|form|iframe)\b/);
    assert.match(html, /<html lang="de-AT">/);
    assert.match(html, /prefers-color-scheme:dark/);
    assert.ok(Buffer.byteLength(html) < 20_000, 'short enough that no client cuts it');
  }
});
