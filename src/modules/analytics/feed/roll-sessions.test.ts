import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { sessionsOf as ruleOf } from '../../collector/index.ts';
import { moment, type PlantedEvent, plantedSources } from '../testing/planted.ts';
import { type Analytics, openAnalytics } from '../warehouse/open-analytics.ts';

const folder = await mkdtemp(join(tmpdir(), 'institor-sessions-'));
const planted = plantedSources(folder);
const analytics: Analytics = await openAnalytics({
  ...{ folder: join(folder, 'warehouse'), sources: planted.sources, zone: 'Europe/Berlin', memoryMb: 128 },
});
after(async () => {
  await analytics.close();
  await rm(folder, { recursive: true, force: true });
});

let visits = 0;

/** Feeds these parts one after the other and says what sessions one visitor has: `begin–end channel events`. */
async function sessionsOf(...parts: readonly (readonly Omit<PlantedEvent, 'id'>[])[]): Promise<string[]> {
  visits += 1;
  const visitor = `visitor ${visits}`;
  for (const [number, events] of parts.entries()) {
    const named = events.map((event, at) => ({ id: `${visits}/${number}/${at}`, visitor, ...event }));
    await planted.logPart(`part-${visits}-${number}`, named);
    await analytics.feed(moment('2026-11-27T12:00:00Z'));
  }
  const rows = await analytics.rows(
    `select strftime(began_at, '%d %H:%M') || '–' || strftime(ended_at, '%H:%M') || ' ' || channel || ' ' || events as text
     from session where visitor = $1 order by began_at, id`,
    [visitor],
  );
  return rows.map(({ text }) => String(text));
}

function seen(time: string, more: Omit<PlantedEvent, 'id' | 'at' | 'name'> = {}, name = 'page_view') {
  return { at: `2026-03-28T${time}:00Z`, name, ...more };
}

const NEWS = { source: 'news', medium: 'email' };
const ADS = { source: 'ads', medium: 'cpc' };

describe('sessions', () => {
  const told: readonly [
    what: string,
    parts: readonly (readonly Omit<PlantedEvent, 'id'>[])[],
    expected: string[],
  ][] = [
    [
      'end after half an hour without an event',
      [[seen('10:00'), seen('10:29'), seen('11:00')]],
      ['28 10:00–10:29 Direct 2', '28 11:00–11:00 Direct 1'],
    ],
    ['are not cut at midnight', [[seen('22:50'), seen('23:10')]], ['28 22:50–23:10 Direct 2']],
    [
      'end when an event brings another campaign, not when it brings the same again',
      [[seen('10:00'), seen('10:01', NEWS), seen('10:02'), seen('10:03', NEWS), seen('10:04', ADS)]],
      ['28 10:00–10:00 Direct 1', '28 10:01–10:03 from news 3', '28 10:04–10:04 from ads 1'],
    ],
    [
      'begin anew with the same campaign after a pause',
      [[seen('10:00', NEWS), seen('11:00', NEWS)]],
      ['28 10:00–10:00 from news 1', '28 11:00–11:00 from news 1'],
    ],
    [
      'are joined by an event that comes late',
      [[seen('10:00'), seen('10:50')], [seen('10:25')]],
      ['28 10:00–10:50 Direct 3'],
    ],
    [
      'are split by a late campaign',
      [[seen('10:00'), seen('10:20')], [seen('10:10', ADS)]],
      ['28 10:00–10:00 Direct 1', '28 10:10–10:20 from ads 2'],
    ],
    [
      'are no longer two when what divided them came first after all',
      [[seen('10:00'), seen('10:10', ADS), seen('10:20')], [seen('09:50', ADS)]],
      ['28 09:50–10:20 from ads 4'],
    ],
  ];
  for (const [what, parts, expected] of told) {
    test(what, async () => assert.deepEqual(await sessionsOf(...parts), expected));
  }

  test('belong to the day on which they began in the shop’s zone', async () => {
    await sessionsOf([seen('22:50'), seen('23:10')]);
    const rows = await analytics.rows(
      'select cast(day as varchar) as day, hour from session where visitor = $1',
      [`visitor ${visits}`],
    );
    // The last hour before the clocks go forward.
    assert.deepEqual(rows, [{ day: '2026-03-28', hour: 23 }]);
  });

  test('have the currency that is told first, whichever event tells it', async () => {
    await sessionsOf([seen('10:00'), seen('10:01', { currency: 'USD' }), seen('10:02', { currency: 'EUR' })]);
    const rows = await analytics.rows('select currency from session where visitor = $1', [
      `visitor ${visits}`,
    ]);
    assert.deepEqual(rows, [{ currency: 'USD' }]);
  });

  test('get as far in the funnel as its steps come in their order', async () => {
    const steps = ['view_item', 'add_to_cart', 'begin_checkout', 'purchase'];
    const cases: readonly [names: readonly string[], step: number][] = [
      [['page_view'], 0],
      [['add_to_cart', 'view_item'], 1],
      [['view_item', 'begin_checkout', 'add_to_cart', 'purchase'], 2],
      [['view_item', 'page_view', 'add_to_cart', 'begin_checkout'], 3],
      [steps, 4],
    ];
    for (const [names, step] of cases) {
      await sessionsOf(names.map((name, minute) => seen(`10:0${minute}`, {}, name)));
      const rows = await analytics.rows('select step from session where visitor = $1', [`visitor ${visits}`]);
      assert.deepEqual(rows, [{ step }], names.join(' '));
    }
  });

  test('lead from an order to the session in which it was bought', async () => {
    await sessionsOf([seen('10:00'), seen('10:01', { order_id: 'order-7' }, 'purchase')]);
    const rows = await analytics.rows(
      "select session_id as id from session_order where order_id = 'order-7'",
    );
    assert.deepEqual(rows, [{ id: `${visits}/0/0` }]);
  });
});

test('sessions are those of the collector’s rule, in whatever parts the events come', async () => {
  const event = fc.record({
    visitor: fc.constantFrom('anna', 'ben'),
    minute: fc.integer({ min: 0, max: 90 }),
    from: fc.constantFrom({}, {}, {}, NEWS, ADS, { clickId: 'gclid' }),
    part: fc.integer({ min: 0, max: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 25 }), async (events) => {
      visits += 1;
      const made = events.map(({ visitor, minute, from, part }, at) => ({
        ...{
          id: `law ${visits}/${String(at).padStart(2, '0')}`,
          visitor: `${visitor} ${visits}`,
          ...from,
          part,
        },
        happenedAt: moment('2026-03-28T10:00:00Z').add({ minutes: minute }),
      }));
      for (const [part, ofPart] of Map.groupBy(made, (one) => one.part)) {
        const logged = ofPart.map(({ id, visitor, happenedAt, ...more }): PlantedEvent => {
          const { source = null, medium = null, clickId: click_id = null } = { ...NOTHING, ...more };
          return { id, at: happenedAt.toString(), name: 'page_view', visitor, source, medium, click_id };
        });
        await planted.logPart(`law-${visits}-${part}`, logged);
        await analytics.feed(moment('2026-11-27T12:00:00Z'));
      }
      const rows = await analytics.rows(
        `select visitor || ' ' || id || ' ' || events || ' ' || epoch_ms(ended_at) as text from session
         where visitor like '% ${visits}' order by visitor, began_at, id`,
      );
      const expected = ruleOf(made).map(({ visitor, events: own, endedAt }) => {
        return `${visitor} ${own[0]?.id} ${own.length} ${endedAt.epochMilliseconds}`;
      });
      assert.deepEqual(
        rows.map(({ text }) => text),
        expected,
      );
    }),
    { numRuns: 25, seed: 5 },
  );
});

const NOTHING: { readonly source?: string; readonly medium?: string; readonly clickId?: string } = {};

test('an erased customer is in no event and no visit, and the visits stay', async () => {
  const customer_id = '01a21db1-555d-7181-ae6c-d16fd8bbcc26';
  await sessionsOf([seen('10:00', { customer_id }), seen('10:01', { customer_id })]);
  const named = 'select count(customer_id) as named, count(*) as rows from';
  const where = `where visitor = 'visitor ${visits}'`;
  assert.deepEqual(await analytics.rows(`${named} session ${where}`), [{ named: 1n, rows: 1n }]);
  await analytics.forget(customer_id);
  assert.deepEqual(await analytics.rows(`${named} session ${where}`), [{ named: 0n, rows: 1n }]);
  assert.deepEqual(await analytics.rows(`${named} event ${where}`), [{ named: 0n, rows: 2n }]);
});
