import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { currencyOf, localeOf } from '../../../kernel/index.ts';
import { moneyText } from '../money-text.ts';
import {
  alternatesOf,
  type FeedItem,
  googleFeed,
  plainText,
  robotsText,
  securityText,
  sitemap,
  sitemapIndex,
} from './index.ts';

const euros = (minor: bigint) => moneyText(minor, currencyOf('EUR'), localeOf('en'));
const anItem = (changes: Partial<FeedItem> = {}): FeedItem => ({
  id: 'MUG-1',
  groupId: undefined,
  title: 'Mug',
  description: 'A mug.',
  link: 'https://shop.example/products/mug?Size=M&Color=Red',
  pictures: ['https://shop.example/media/a/1280.jpeg'],
  stock: 'in_stock',
  price: euros(1999n),
  compareAt: undefined,
  currency: 'EUR',
  brand: 'Nordlicht',
  gtin: undefined,
  mpn: 'MUG-1',
  productType: 'Home > Kitchen',
  color: undefined,
  size: undefined,
  material: undefined,
  pattern: undefined,
  weightGrams: 350,
  ...changes,
});

/** Texts by element name, in order; throws on XML that is not well formed. */
function texts(xml: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => open.push(name));
  parser.on('text', (text) => {
    const name = open.at(-1);
    if (name && text.trim() !== '') found.set(name, [...(found.get(name) ?? []), text]);
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return found;
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  return (await Array.fromAsync(pieces)).join('');
}

test('the feed has every required field and survives hostile texts', async () => {
  const hostile = anItem({
    title: 'A < B & "C" \u0000\u0008\uD800',
    compareAt: euros(2999n),
    gtin: '4006381333931',
  });
  const channel = { title: 'Shop & Co', link: 'https://shop.example/', description: '' };
  const xml = await textOf(googleFeed(channel, [[anItem()], [hostile]]));
  const found = texts(xml);
  assert.deepEqual(found.get('g:title'), ['Mug', 'A < B & "C" ']);
  assert.deepEqual(found.get('g:price'), ['19.99 EUR', '29.99 EUR']);
  assert.deepEqual(found.get('g:sale_price'), ['19.99 EUR']);
  assert.deepEqual(found.get('g:gtin'), ['4006381333931']);
  assert.deepEqual(found.get('g:mpn'), ['MUG-1']);
  for (const name of ['id', 'description', 'link', 'image_link', 'availability', 'condition', 'brand']) {
    assert.equal(found.get(`g:${name}`)?.length, 2, name);
  }
});

test('availability is in Google’s words', async () => {
  const states = ['in_stock', 'low', 'backorder', 'sold_out'] as const;
  const items = states.map((stock) => anItem({ stock }));
  const xml = await textOf(googleFeed({ title: 's', link: 'l', description: 'd' }, [items]));
  assert.deepEqual(texts(xml).get('g:availability'), ['in_stock', 'in_stock', 'backorder', 'out_of_stock']);
});

test('a sitemap names every address with its languages', async () => {
  const alternates = [{ locale: 'de', href: 'https://shop.example/de/products/m%C3%BCtze' }];
  const changedAt = Temporal.Instant.from('2026-11-23T01:02:03.456Z');
  const entry = { url: 'https://shop.example/products/a?b=c&d=e', changedAt, alternates };
  const xml = await textOf(sitemap([[entry]]));
  assert.deepEqual(texts(xml).get('loc'), ['https://shop.example/products/a?b=c&d=e']);
  assert.deepEqual(texts(xml).get('lastmod'), ['2026-11-23T01:02:03Z']);
  assert.match(xml, /hreflang="de" href="https:\/\/shop\.example\/de\/products\/m%C3%BCtze"/);
  assert.deepEqual(texts(sitemapIndex(['https://shop.example/a.xml'])).get('loc'), [
    'https://shop.example/a.xml',
  ]);
});

test('alternates are absolute, name every storefront, and give everyone else the first', () => {
  const storefronts = [
    { prefix: '', locale: 'en', country: 'IE' },
    { prefix: 'de', locale: 'de', country: 'DE' },
    { prefix: 'de-ch', locale: 'de', country: 'CH' },
  ];
  assert.deepEqual(alternatesOf('https://shop.example', storefronts, '/'), [
    { locale: 'en', href: 'https://shop.example/' },
    { locale: 'de', href: 'https://shop.example/de' },
    { locale: 'de-CH', href: 'https://shop.example/de-ch' },
    { locale: 'x-default', href: 'https://shop.example/' },
  ]);
  assert.deepEqual(alternatesOf('https://shop.example', storefronts.slice(0, 1), '/'), []);
});

test('HTML becomes its words', () => {
  const rows: readonly [string, number, string][] = [
    ['<p>Fish &amp; <b>chips</b></p><script>alert(1)</script>', 100, 'Fish & chips'],
    ['<p>one</p><p>two</p>', 100, 'one two'],
    ['&#65;&#x42;&unknown;&#0;', 100, 'AB&unknown;&#0;'],
    ['a long sentence that must be cut, somewhere', 34, 'a long sentence that must be cut…'],
    ['', 10, ''],
  ];
  for (const [html, limit, expected] of rows) assert.equal(plainText(html, limit), expected);
});

test('robots.txt and security.txt say what their standards ask', () => {
  assert.match(
    robotsText('https://shop.example'),
    /^User-agent: \*\n[\s\S]*\nSitemap: https:\/\/shop\.example\/sitemap\.xml\n$/,
  );
  const now = Temporal.Instant.from('2026-11-23T00:00:00Z');
  const text = securityText('https://shop.example', 'a@shop.example', ['en', 'de', 'en'], now);
  assert.match(text, /^Contact: mailto:a@shop\.example\nExpires: 2027-05-22T00:00:00Z\n/);
  assert.match(text, /Preferred-Languages: en, de\n/);
});
