import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CARRIERS, deliveryDates, easterSunday, isBusinessDay, plainLabel, trackingUrl } from './index.ts';

test('Easter Sundays as the churches announced them', () => {
  const table = [
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2038-04-25',
  ];
  for (const day of table) assert.equal(easterSunday(Number(day.slice(0, 4))).toString(), day);
});

test('weekends and public holidays are no business days', () => {
  const table: [day: string, country: string, isBusiness: boolean][] = [
    ['2026-11-23', 'DE', true],
    ['2026-11-22', 'DE', false],
    ['2026-11-21', 'DE', false],
    ['2026-04-03', 'DE', false],
    ['2026-04-06', 'DE', false],
    ['2026-04-06', 'US', true],
    ['2026-05-14', 'FR', false],
    ['2026-05-14', 'IT', true],
    ['2026-06-04', 'AT', false],
    ['2026-07-14', 'FR', false],
    ['2026-12-25', 'ZZ', true],
  ];
  for (const [day, country, isBusiness] of table) {
    assert.equal(isBusinessDay(Temporal.PlainDate.from(day), country), isBusiness, `${day} ${country}`);
  }
});

test('when goods arrive', () => {
  const at = (now: string, option: object, toCountry = 'DE') => {
    const dates = deliveryDates(option, {
      ...{ now: Temporal.ZonedDateTime.from(`${now}[Europe/Berlin]`).toInstant(), timeZone: 'Europe/Berlin' },
      ...{ fromCountry: 'DE', toCountry },
    });
    return dates && `${dates.earliest} ${dates.latest}`;
  };
  const standard = { minDays: 1, maxDays: 2, cutOff: '14:00' };
  const table: [now: string, option: object, country: string, expected: string | undefined][] = [
    ['2026-11-23T13:59', standard, 'DE', '2026-11-24 2026-11-25'],
    ['2026-11-23T14:00', standard, 'DE', '2026-11-24 2026-11-25'],
    ['2026-11-23T14:01', standard, 'DE', '2026-11-25 2026-11-26'],
    // Friday afternoon: leaves on Monday
    ['2026-11-20T16:00', standard, 'DE', '2026-11-24 2026-11-25'],
    ['2026-11-21T09:00', standard, 'DE', '2026-11-24 2026-11-25'],
    // over Easter
    ['2026-04-02T10:00', standard, 'DE', '2026-04-07 2026-04-08'],
    // 26 November is a holiday in no country here; 8 December is one in Austria
    ['2026-12-07T10:00', standard, 'AT', '2026-12-09 2026-12-10'],
    ['2026-11-23T10:00', { maxDays: 3 }, 'DE', '2026-11-26 2026-11-26'],
    ['2026-11-23T10:00', { minDays: 0, maxDays: 0 }, 'DE', '2026-11-23 2026-11-23'],
    ['2026-11-23T10:00', {}, 'DE', undefined],
    // the cut-off is the clock's on the wall, in summer too
    ['2026-07-01T13:59', standard, 'DE', '2026-07-02 2026-07-03'],
  ];
  for (const [now, option, country, expected] of table) assert.equal(at(now, option, country), expected, now);
});

test('where a parcel is followed', () => {
  const table: [carrier: string, number: string, expected: string | undefined][] = [
    ['ups', '1Z 999 AA1 0123456784', 'https://www.ups.com/track?tracknum=1Z999AA10123456784'],
    ['Royal Mail', 'AB123', 'https://www.royalmail.com/track-your-item#/tracking-results/AB123'],
    [
      'dhl',
      'a&b=<c>',
      'https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode=a%26b%3D%3Cc%3E',
    ],
    ['Kiepenkerl', '1', undefined],
    ['constructor', '1', undefined],
    ['ups', ' ', undefined],
  ];
  for (const [carrier, number, expected] of table) assert.equal(trackingUrl(carrier, number), expected);
  for (const carrier of CARRIERS) assert.match(trackingUrl(carrier, 'X1') ?? '', /^https:\/\/.*X1$/);
});

test('a plain label says from whom, to whom, how and how heavy', () => {
  const from = { name: 'Larch', line1: 'Lotsenkai 7', city: 'Hamburg', postalCode: '20457', country: 'DE' };
  const to = { name: 'Ada', line1: '1 rue X', city: 'Paris', postalCode: '75001', country: 'FR' };
  const about = { from, to, reference: '1042-1', carrier: 'dhl', service: 'Paket', weightGrams: 1_250 };
  assert.deepEqual(plainLabel(about), {
    from: ['Larch', 'Lotsenkai 7', '20457 Hamburg'],
    to: ['Ada', '1 rue X', '75001 Paris', 'FRANCE'],
    ...{ service: 'dhl Paket', reference: '1042-1', weight: '1.25 kg' },
  });
});
