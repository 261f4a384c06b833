import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSameOrigin } from './same-origin.ts';

test('a cookie speaks for a person only where a page of this origin asks', () => {
  const table: [method: string, site: string | undefined, origin: string | undefined, isOwn: boolean][] = [
    ['POST', 'same-origin', 'https://shop.example', true],
    ['POST', 'same-site', 'https://shop.example', false],
    ['POST', 'cross-site', 'https://shop.example', false],
    ['POST', 'none', undefined, false],
    ['GET', 'none', undefined, true],
    ['GET', 'cross-site', undefined, false],
    ['POST', undefined, 'https://shop.example', true],
    ['POST', undefined, 'https://shop.example:8443', false],
    ['POST', undefined, 'https://evil.example', false],
    ['POST', undefined, 'null', false],
    ['POST', undefined, undefined, false],
    ['DELETE', undefined, undefined, false],
    ['GET', undefined, undefined, true],
    ['GET', undefined, 'https://evil.example', false],
  ];
  for (const [method, site, origin, isOwn] of table) {
    const headers = { ...(site ? { 'sec-fetch-site': site } : {}), ...(origin ? { origin } : {}) };
    const about = `${method} ${site} ${origin}`;
    assert.equal(isSameOrigin({ method, headers, host: 'shop.example' }), isOwn, about);
  }
});
