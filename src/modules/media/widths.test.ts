import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../platform/id.ts';
import { pictureUrl, srcset, widthFor, widthsOf } from './widths.ts';

const CASES: readonly (readonly [own: number, asked: number, got: number | undefined])[] = [
  [3000, 640, 640],
  [3000, 1920, 1920],
  [3000, 3000, undefined],
  [700, 640, 640],
  [700, 700, 700],
  [700, 960, 700],
  [700, 1920, 700],
  [700, 701, undefined],
  [100, 160, 100],
  [640, 640, 640],
  [640, 0, undefined],
];

for (const [own, asked, got] of CASES) {
  test(`of a picture ${own} wide, ${asked} is ${got ?? 'not there'}`, () => {
    assert.equal(widthFor({ width: own }, asked), got);
  });
}

test('a srcset names every width there is, each of which exists', () => {
  const picture = { assetId: newId<'asset'>(), width: 500 };
  assert.equal(
    srcset(picture, 'webp'),
    [160, 320, 480, 500].map((width) => `/media/${picture.assetId}/${width}.webp ${width}w`).join(', '),
  );
  for (const width of widthsOf(picture)) assert.equal(widthFor(picture, width), width);
  assert.equal(pictureUrl('a', 320, 'avif'), '/media/a/320.avif');
});
