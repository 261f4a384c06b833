import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Sightings, sight } from './sightings.ts';

test('a code held before the camera counts once, and again after it was gone', () => {
  const seen: readonly (readonly [at: number, code: string | undefined])[] = [
    [0, undefined],
    [100, 'a'],
    [300, 'a'],
    [500, undefined],
    [900, 'a'],
    [2_500, 'a'],
    [2_600, 'b'],
    [2_700, 'a'],
  ];
  let sightings: Sightings;
  const counted = seen.flatMap(([at, code]) => {
    const now = sight(sightings, code, at);
    sightings = now.sightings;
    return now.isNew ? [at] : [];
  });
  assert.deepEqual(counted, [100, 2_500, 2_600, 2_700]);
});
