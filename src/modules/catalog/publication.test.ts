import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublished } from './index.ts';

const at = (hour: number) => Temporal.Instant.from(`2026-11-23T${String(hour).padStart(2, '0')}:00:00Z`);

test('when a product is published', () => {
  const table = [
    ['active', undefined, undefined, 12, true],
    ['draft', undefined, undefined, 12, false],
    ['archived', undefined, undefined, 12, false],
    ['active', 13, undefined, 12, false],
    ['active', 12, undefined, 12, true],
    ['active', 11, 13, 12, true],
    ['active', 11, 12, 12, false],
    ['active', undefined, 11, 12, false],
    ['draft', 11, 13, 12, false],
  ] as const;
  for (const [status, from, until, now, verdict] of table) {
    const schedule = {
      status,
      publishAt: from === undefined ? undefined : at(from),
      unpublishAt: until === undefined ? undefined : at(until),
    };
    assert.equal(isPublished(schedule, at(now)), verdict, `${status} from ${from} until ${until}`);
  }
});
