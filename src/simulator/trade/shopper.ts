import { type Locale, localeOf } from '../../kernel/index.ts';
import { drawGamma } from '../../statistics/index.ts';
import type { Random } from '../random.ts';
import { drawByShare } from './chance.ts';
import type { Currency } from './shelf.ts';
import type { Truths } from './truths.ts';

/** Somebody who visits the shop. */
export type Shopper = {
  /** Where they live, and in which market, currency, language and part of the shop that puts them. */
  readonly place: Place;
  readonly device: Truths['devices'][number];
  readonly browser: string;
  readonly os: string;
  /** The first-party id of who agreed to be known again. */
  readonly visitor: string | undefined;
  /** Counted from 1 in the order of first purchases; 0 of who never bought. */
  number: number;
  /** The rate of the gamma distribution of what they spend at a time. */
  readonly spendRate: number;
};

export type Place = {
  readonly country: string;
  readonly market: 'eu' | 'uk' | 'us';
  readonly currency: Currency;
  readonly locale: Locale;
  readonly prefix: string;
  readonly vat: number;
};

type System = { readonly share: number; readonly os: string; readonly browser: string };

const SYSTEMS: Readonly<Record<Shopper['device']['device'], readonly System[]>> = {
  mobile: [
    { share: 0.55, os: 'iOS', browser: 'Safari' },
    { share: 0.08, os: 'iOS', browser: 'Instagram' },
    { share: 0.3, os: 'Android', browser: 'Chrome' },
    { share: 0.07, os: 'Android', browser: 'Samsung Internet' },
  ],
  desktop: [
    { share: 0.4, os: 'Windows', browser: 'Chrome' },
    { share: 0.17, os: 'Windows', browser: 'Edge' },
    { share: 0.1, os: 'Windows', browser: 'Firefox' },
    { share: 0.23, os: 'macOS', browser: 'Safari' },
    { share: 0.1, os: 'macOS', browser: 'Chrome' },
  ],
  tablet: [
    { share: 0.75, os: 'iOS', browser: 'Safari' },
    { share: 0.25, os: 'Android', browser: 'Chrome' },
  ],
};

export function drawShopper(random: Random, truths: Truths): Shopper {
  const device = drawByShare(random, truths.devices);
  const { os, browser } = drawByShare(random, SYSTEMS[device.device]);
  return {
    place: placeOf(drawByShare(random, truths.countries)),
    ...{ device, os, browser, number: 0 },
    visitor: random.chance(truths.consent) ? drawHex(random, 32) : undefined,
    spendRate: drawGamma(random.next, truths.spend.q, truths.spend.gamma),
  };
}

const GERMAN_SPEAKING = ['DE', 'AT'];
const [GERMAN, ENGLISH, ENGLISH_UK, ENGLISH_US] = [
  localeOf('de'),
  localeOf('en'),
  localeOf('en-GB'),
  localeOf('en-US'),
];

function placeOf({ country, vat }: Truths['countries'][number]): Place {
  if (country === 'GB') {
    return { country, vat, market: 'uk', currency: 'GBP', locale: ENGLISH_UK, prefix: '/en-gb' };
  }
  if (country === 'US') {
    return { country, vat, market: 'us', currency: 'USD', locale: ENGLISH_US, prefix: '/en-us' };
  }
  const words = GERMAN_SPEAKING.includes(country)
    ? { locale: GERMAN, prefix: '/de' }
    : { locale: ENGLISH, prefix: '' };
  return { country, vat, market: 'eu', currency: 'EUR', ...words };
}

/** So many hexadecimal digits. */
export function drawHex(random: Random, digits: number): string {
  let text = '';
  while (text.length < digits) {
    text += Math.floor(random.next() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  }
  return text.slice(0, digits);
}
