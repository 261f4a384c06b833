import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Suspicion, suspicionOf } from './bots.ts';
import { deviceOf } from './device.ts';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const CHROME = `${MAC} Chrome/148.0.0.0 Safari/537.36`;

test('device, browser and system of a user agent', () => {
  const table: [agent: string, expected: string][] = [
    [CHROME, 'desktop Chrome macOS'],
    [`${WINDOWS} Chrome/148.0.0.0 Safari/537.36 Edg/148.0.0.0`, 'desktop Edge Windows'],
    [`${WINDOWS} Chrome/148.0.0.0 Safari/537.36 OPR/120.0.0.0`, 'desktop Opera Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'desktop Firefox Linux'],
    [`${MAC.replace('537.36', '605.1.15')} Version/26.0 Safari/605.1.15`, 'desktop Safari macOS'],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/148.0.0.0 Safari/537.36', 'desktop Chrome ChromeOS'],
    [`${IPHONE} Version/26.0 Mobile/15E148 Safari/604.1`, 'mobile Safari iOS'],
    [`${IPHONE} CriOS/148.0 Mobile/15E148 Safari/604.1`, 'mobile Chrome iOS'],
    [`${IPHONE} FxiOS/150.0 Mobile/15E148 Safari/605.1.15`, 'mobile Firefox iOS'],
    [`${IPHONE} Mobile/22A [FBAN/FBIOS;FBAV/480.0]`, 'mobile Facebook iOS'],
    [
      'Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X) Version/26.0 Mobile/15E Safari/604.1',
      'tablet Safari iOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/148.0.0.0 Mobile Safari/537.36',
      'mobile Chrome Android',
    ],
    ['Mozilla/5.0 (Linux; Android 10; K) Chrome/148.0.0.0 Safari/537.36', 'tablet Chrome Android'],
    [
      'Mozilla/5.0 (Linux; Android 15; SM-S911B) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
      'mobile Samsung Internet Android',
    ],
    ['something of one’s own', 'desktop Other Other'],
  ];
  for (const [agent, expected] of table) {
    const { device, browser, os } = deviceOf(agent);
    assert.equal(`${device} ${browser} ${os}`, expected, agent);
  }
});

test('who is taken for a shopper, and why not', () => {
  const person = { userAgent: CHROME, acceptLanguage: 'de', perMinute: 10 };
  const table: [change: Partial<Parameters<typeof suspicionOf>[0]>, expected: Suspicion | undefined][] = [
    [{}, undefined],
    [{ purpose: 'x' }, undefined],
    [{ userAgent: '' }, 'user_agent'],
    [{ userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }, 'user_agent'],
    [{ userAgent: 'curl/8.5.0' }, 'user_agent'],
    [{ brands: '"HeadlessChrome";v="148"' }, 'headless'],
    [{ isAutomated: true }, 'headless'],
    [{ acceptLanguage: undefined }, 'headless'],
    [{ purpose: 'prefetch;prerender' }, 'prefetch'],
    [{ perMinute: 600 }, undefined],
    [{ perMinute: 601 }, 'rate'],
    [{ isStaff: true, perMinute: 9_999 }, 'staff'],
  ];
  for (const [change, expected] of table) {
    assert.equal(suspicionOf({ ...person, ...change }), expected, JSON.stringify(change));
  }
});
