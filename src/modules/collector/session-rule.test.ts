import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mergeSessions, type Session, type SessionEvent, sessionsOf } from './index.ts';

const DAY = Temporal.Instant.from('2026-11-27T00:00:00Z');
let made = 0;

function at(minute: number, own: Partial<SessionEvent> = {}): SessionEvent {
  made += 1;
  return {
    id: `e${made}`,
    visitor: 'ada',
    happenedAt: DAY.add({ seconds: Math.round(minute * 60) }),
    ...own,
  };
}

/** The minutes of each session's events. */
function minutes(sessions: readonly Session[]): number[][] {
  return sessions.map(({ events }) => events.map(({ happenedAt }) => DAY.until(happenedAt).total('minutes')));
}

const ad = { source: 'google', medium: 'cpc', clickId: 'gclid' };
const letter = { source: 'news', medium: 'email' };

test('what is one session and what is another', () => {
  const table: [about: string, events: SessionEvent[], expected: number[][]][] = [
    ['nothing is no session', [], []],
    ['half an hour of silence is one session', [at(0), at(30)], [[0, 30]]],
    ['a second more is two', [at(0), at(30 + 1 / 60)], [[0], [30 + 1 / 60]]],
    ['what goes on stays one', [at(0), at(29), at(58), at(87)], [[0, 29, 58, 87]]],
    ['midnight ends nothing', [at(24 * 60 - 1), at(24 * 60 + 1)], [[1439, 1441]]],
    ['a campaign begins another', [at(0), at(1, ad), at(2)], [[0], [1, 2]]],
    ['the same campaign again does not', [at(0, ad), at(1), at(2, ad)], [[0, 1, 2]]],
    ['another campaign does, and the first again', [at(0, ad), at(1, letter), at(2, ad)], [[0], [1], [2]]],
    ['each visitor has their own', [at(0), at(1, { visitor: 'bob' }), at(2)], [[0, 2], [1]]],
    ['what came late is put where it belongs', [at(50), at(0), at(25)], [[0, 25, 50]]],
  ];
  for (const [about, events, expected] of table) {
    assert.deepEqual(minutes(sessionsOf(events)), expected, about);
  }
});

const event = fc.record({
  id: fc.uuid(),
  visitor: fc.constantFrom('ada', 'bob'),
  happenedAt: fc.integer({ min: 0, max: 9_000 }).map((seconds) => DAY.add({ seconds })),
  campaign: fc.constantFrom({}, {}, {}, ad, letter),
});
const history = fc
  .uniqueArray(event, { selector: ({ id }) => id, maxLength: 40 })
  .map((events) => events.map(({ campaign, ...own }): SessionEvent => ({ ...own, ...campaign })));

test('the order in which events come does not matter', () => {
  const shuffled = history.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
  );
  fc.assert(
    fc.property(shuffled, ([events, others]) => {
      assert.deepEqual(sessionsOf(others), sessionsOf(events));
    }),
  );
});

test('split anywhere and merged, they are the same sessions', () => {
  fc.assert(
    fc.property(history, fc.nat(), (events, cut) => {
      const point = cut % (events.length + 1);
      const [some, others] = [sessionsOf(events.slice(0, point)), sessionsOf(events.slice(point))];
      assert.deepEqual(mergeSessions(some, others), sessionsOf(events));
      assert.deepEqual(mergeSessions(others, some), sessionsOf(events));
    }),
  );
});

test('every event is in exactly one session, and a session is whole', () => {
  fc.assert(
    fc.property(history, (events) => {
      const sessions = sessionsOf(events);
      const ids = sessions.flatMap((session) => session.events.map(({ id }) => id));
      assert.deepEqual(ids.toSorted(), events.map(({ id }) => id).toSorted());
      for (const { visitor, beganAt, endedAt, events: own } of sessions) {
        assert.ok(own.every((one) => one.visitor === visitor));
        assert.deepEqual([own[0]?.happenedAt, own.at(-1)?.happenedAt], [beganAt, endedAt]);
        const gaps = own.slice(1).map((one, index) => own[index]?.happenedAt.until(one.happenedAt));
        assert.ok(gaps.every((gap) => (gap?.total('minutes') ?? 0) <= 30));
      }
    }),
  );
});
