import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePosition, positionText, segmentAt, segmentName, segmentNumber } from './log-position.ts';

test('places in the log and names of its segments are those of PostgreSQL', () => {
  // pg_walfile_name('0/3000060'), ('1/0'), ('A/FF000000') of a server with segments of 16 MB, on timeline 1.
  const table: [place: string, segment: string][] = [
    ['0/3000060', '000000010000000000000003'],
    ['1/0', '000000010000000100000000'],
    ['A/FF000000', '000000010000000A000000FF'],
  ];
  const shape = { timeline: 1, segmentBytes: 16n * 1024n * 1024n };
  for (const [place, segment] of table) {
    const position = parsePosition(place);
    const number = segmentAt(position, shape);
    assert.equal(positionText(position), place);
    assert.equal(segmentName(number, shape), segment);
    assert.equal(segmentNumber(segment, shape.segmentBytes), number);
  }
  assert.throws(() => parsePosition('3000060'), RangeError);
});
