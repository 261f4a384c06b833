import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expectOk } from '../../../kernel/index.ts';
import { sessionsOf } from '../../collector/index.ts';
import { aVisit, aWarehouse, linesOf, NOW, span } from '../testing/a-warehouse.ts';
import { moment } from '../testing/planted.ts';
import { checkFunnel, type FunnelChoice } from './funnel-choice.ts';
import { runReport } from './run-report.ts';

const at = span('2026-03-10', '2026-03-10');
const MEASURES = ['reached', 'of_before', 'of_first', 'left_here'];

const shop = await aWarehouse(async ({ logPart }) => {
  const visit = (visitor: string, time: string, names: readonly string[], more = {}) =>
    aVisit(visitor, `2026-03-10T${time}:00Z`, names, {
      market: 'eu',
      device: 'mobile',
      path: '/sale/cups',
      ...more,
    });
  await logPart('steps', [
    ...visit('v1', '09:00', ['page_view', 'view_item', 'add_to_cart', 'begin_checkout', 'purchase']),
    // The cart comes before the product: the funnel ends at the product.
    ...visit('v2', '09:00', ['page_view', 'add_to_cart', 'view_item'], { device: 'desktop' }),
    ...visit('v3', '09:00', ['page_view', 'view_item']),
    // Comes back in the afternoon, as a visitor who is known again.
    ...visit('v3', '15:00', ['add_to_cart', 'purchase']).map((event) => ({
      ...event,
      id: `${event.id} again`,
    })),
  ]);
});

const lines = async (funnel?: FunnelChoice) =>
  (await linesOf(shop, 'funnel', { span: at, ...(funnel && { funnel }) }, MEASURES)).rows;

test('the shop’s own steps, closed: each after the one before it, in one visit', async () => {
  assert.deepEqual(await lines(), [
    '1   3 null 1 0',
    `2   3 1 1 2`,
    `3   1 ${1 / 3} ${1 / 3} 0`,
    `4   1 1 ${1 / 3} 0`,
    `5   1 1 ${1 / 3} 0`,
  ]);
});

test('of all together it says how many took the last step, and of those how many of the first', async () => {
  const { totals } = await linesOf(shop, 'funnel', { span: at }, MEASURES);
  assert.deepEqual(totals, [` 1 1 ${1 / 3} 0`]);
});

test('open: who comes in later counts from there on', async () => {
  const steps = ['view_item', 'add_to_cart', 'purchase'];
  assert.deepEqual(await lines({ steps, isOpen: true }), [
    '1   3 null 1 2',
    `2   3 ${1 / 3} 1 1`,
    `3   2 ${2 / 3} ${2 / 3} 0`,
  ]);
});

test('within a time, over all visits of a visitor', async () => {
  const steps = ['view_item', 'purchase'];
  assert.deepEqual(await lines({ steps }), ['1   3 null 1 2', `2   1 ${1 / 3} ${1 / 3} 0`]);
  // From 9:01 to 15:01 are six hours.
  const within = async (withinMinutes: number) => (await lines({ steps, withinMinutes }))[1];
  assert.deepEqual(
    [await within(359), await within(360)],
    [`2   1 ${1 / 3} ${1 / 3} 0`, `2   2 ${2 / 3} ${2 / 3} 0`],
  );
});

test('by segment, and by pages with * for anything', async () => {
  const steps = ['/sale/*', 'view_item'];
  assert.deepEqual(await lines({ steps, segment: 'device' }), [
    '1 desktop  1 null 1 0',
    '1 mobile  2 null 1 0',
    '2 desktop  1 1 1 0',
    '2 mobile  2 1 1 0',
  ]);
  assert.deepEqual(await lines({ steps: ['/sale/.ups', 'view_item'] }), []);
});

test('what nobody may ask for is refused before it is SQL', () => {
  for (const steps of [['one'], ["x' or true"], Array(9).fill('purchase')])
    assert.throws(() => checkFunnel({ steps }), /are no steps/);
  assert.throws(() => checkFunnel({ steps: ['a', 'b'], withinMinutes: 0.5 }), /are no time/);
});

type Happened = { readonly id: string; readonly visitor: string; readonly name: string; readonly at: number };

/** The reference: tries every way of choosing events for the steps. */
function countsOf(
  events: readonly Happened[],
  { steps, isOpen = false, withinMinutes }: FunnelChoice,
): number[][] {
  const inOrder = events.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const ended = sessionsOf(
    inOrder.map((event) => ({
      ...event,
      happenedAt: moment('2026-03-10T08:00:00Z').add({ minutes: event.at }),
    })),
  );
  const units =
    withinMinutes === undefined
      ? ended.map((session) => session.events)
      : [...Map.groupBy(inOrder, ({ visitor }) => visitor).values()];
  const most = withinMinutes ?? Number.POSITIVE_INFINITY;
  const reaches = (
    unit: readonly Happened[],
    from: number,
    wanted: readonly string[],
    since?: number,
  ): boolean => {
    const [step, ...more] = wanted;
    if (step === undefined) return true;
    return unit.some(({ name, at: when }, place) => {
      const isInTime = when - (since ?? when) <= most;
      return place >= from && name === step && isInTime && reaches(unit, place + 1, more, since ?? when);
    });
  };
  return steps.map((step, index) => {
    const pair = steps.slice(index - 1, index + 1);
    const came = (unit: readonly Happened[]) =>
      index > 0 && reaches(unit, 0, isOpen ? pair : steps.slice(0, index + 1));
    const reached = (unit: readonly Happened[]) =>
      isOpen || index === 0 ? reaches(unit, 0, [step]) : came(unit);
    return [units.filter(reached).length, units.filter(came).length];
  });
}

test('it is what trying every choice of events finds', async () => {
  const name = fc.constantFrom('a', 'b', 'c');
  const event = fc.record({ visitor: fc.constantFrom('x', 'y'), name, at: fc.integer({ min: 0, max: 120 }) });
  const asked = fc.record(
    {
      steps: fc.array(name, { minLength: 2, maxLength: 4 }),
      isOpen: fc.boolean(),
      withinMinutes: fc.integer({ min: 1, max: 90 }),
    },
    { requiredKeys: ['steps'] },
  );
  let world = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 14 }), asked, async (events, funnel) => {
      world += 1;
      const market = `market ${world}`;
      const told = events.map((one, n) => ({
        ...one,
        id: `${market}/${String(n).padStart(2, '0')}`,
        visitor: `${market} ${one.visitor}`,
      }));
      await shop.planted.logPart(
        `law-${world}`,
        told.map(({ at: minute, ...one }) => {
          return { ...one, market, at: moment('2026-03-10T08:00:00Z').add({ minutes: minute }).toString() };
        }),
      );
      await shop.feed(NOW);
      const { rows } = expectOk(await runReport(shop, 'funnel', { span: at, market, funnel }));
      const expected = countsOf(told, funnel);
      const found = rows.map(({ values }) => Number(values['reached']));
      const isAnyThere =
        expected.some(([reached]) => reached !== 0) && (funnel.isOpen || expected[0]?.[0] !== 0);
      assert.deepEqual(found, isAnyThere ? expected.map(([reached]) => reached) : []);
      const before = rows.map(({ values }) => values['of_before']);
      const shares = expected.map(([, came = 0], index) => {
        const of = expected[index - 1]?.[0] ?? 0;
        return of === 0 ? null : came / of;
      });
      assert.deepEqual(before, isAnyThere ? shares : []);
    }),
    { numRuns: 25, seed: 7 },
  );
});
