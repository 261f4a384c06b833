import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { editPicture, openOriginal, readEdits, recipe, storeAsset } from '../index.ts';
import { foregroundOf } from './background.ts';
import { cook } from './cook.ts';
import { labOf } from './lab.ts';

const NOW = Temporal.Instant.from('2026-11-27T08:00:00Z');
const { db } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'institor-media-'));
after(() => rm(folder, { recursive: true }));
const deps = { db, files: folderStore(folder) };

/** A red disc in the middle of a plain background, with an inner ring of the background's colour. */
function discOn(background: string): Promise<Buffer> {
  const svg = `<svg width="240" height="120"><rect width="240" height="120" fill="${background}"/>
    <circle cx="120" cy="60" r="40" fill="#c01818"/><circle cx="120" cy="60" r="12" fill="${background}"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

async function pixel(data: Buffer, x: number, y: number): Promise<number[]> {
  const { data: raw, info } = await sharp(data).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const start = (y * info.width + x) * 4;
  return [...raw.subarray(start, start + 4)];
}

const cooked = async (data: Buffer, given: object) => expectOk(await cook(data, recipe.parse(given))).data;
const sizeOf = async (data: Buffer) => {
  const { width, height } = await sharp(data).metadata();
  return [width, height];
};

test('colours are measured as the standard says', () => {
  // Bruce Lindbloom's calculator, sRGB to Lab, D65.
  const table = [
    [
      [255, 255, 255],
      [100, 0, 0],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      [255, 0, 0],
      [53.24, 80.09, 67.2],
    ],
    [
      [0, 0, 255],
      [32.3, 79.19, -107.86],
    ],
  ] as const;
  for (const [[red, green, blue], lab] of table) {
    const found = labOf(red, green, blue);
    for (const [index, value] of lab.entries())
      assert.ok(Math.abs((found[index] ?? 0) - value) < 0.1, `${found}`);
  }
});

test('a plain background goes, what it encloses and the product itself stay', async () => {
  for (const background of ['#ffffff', '#d8d4cc', '#203040']) {
    const data = await cooked(await discOn(background), { background: 'transparent' });
    assert.equal((await pixel(data, 3, 3))[3], 0, background);
    assert.equal((await pixel(data, 120, 30))[3], 255, background);
    assert.equal((await pixel(data, 120, 60))[3], 255, 'within the ring');
  }
  const white = await cooked(await discOn('#d8d4cc'), { background: 'white' });
  assert.ok((await pixel(white, 3, 3)).every((value) => value >= 253));
});

test('a background with grain is still plain, and one of many colours is refused', async () => {
  const noise = { type: 'gaussian' as const, mean: 230, sigma: 4 };
  const plain = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#000', noise } })
    .png()
    .toBuffer();
  const disc = await sharp(await discOn('#e6e6e6'))
    .extract({ left: 75, top: 15, width: 90, height: 90 })
    .toBuffer();
  const photo = await sharp(plain)
    .composite([{ input: disc }])
    .png()
    .toBuffer();
  const cut = await cooked(photo, { background: 'transparent', tolerance: 14 });
  assert.ok(((await pixel(cut, 5, 5))[3] ?? 255) < 40);
  const wild = { type: 'gaussian' as const, mean: 128, sigma: 90 };
  const many = await sharp({
    create: { width: 200, height: 200, channels: 3, background: '#000', noise: wild },
  })
    .png()
    .toBuffer();
  const refused = await cook(many, recipe.parse({ background: 'transparent' }));
  assert.equal(refused.ok ? '' : refused.refusal.code, 'background_not_plain');
});

test('the flood stays outside of a closed line', () => {
  const size = 9;
  const data = new Uint8Array(size * size * 3).fill(255);
  for (let place = 0; place < size * size; place += 1) {
    const [x, y] = [place % size, Math.floor(place / size)];
    const isLine = x >= 2 && x <= 6 && y >= 2 && y <= 6 && (x === 2 || x === 6 || y === 2 || y === 6);
    if (isLine) data.fill(0, place * 3, place * 3 + 3);
  }
  const mask = foregroundOf({ data, width: size, height: size }, 10);
  assert.ok(mask);
  assert.deepEqual([mask[0], mask[2 * size + 2], mask[4 * size + 4]], [0, 255, 255]);
});

test('turning, cutting and straightening give the sizes that they should', async () => {
  const data = await discOn('#ffffff');
  assert.deepEqual(await sizeOf(await cooked(data, { rotate: 90 })), [120, 240]);
  const crop = { left: 0.25, top: 0.5, width: 0.5, height: 0.5 };
  assert.deepEqual(await sizeOf(await cooked(data, { crop })), [120, 60]);
  assert.deepEqual(await sizeOf(await cooked(data, { rotate: 90, crop })), [60, 120]);
  const [width = 0, height = 0] = await sizeOf(await cooked(data, { straighten: 10 }));
  assert.ok(width < 240 && height < 120 && Math.abs(width / height - 2) < 0.05);
});

test('each correction moves colours the way that it says', async () => {
  const grey = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#606870' } })
    .png()
    .toBuffer();
  const at = async (given: object) => pixel(await cooked(grey, given), 30, 30);
  const [r = 0, g = 0, b = 0] = await at({ brightness: 0, rotate: 90 });
  const brighter = await at({ brightness: 40 });
  assert.ok((brighter[0] ?? 0) > r + 10);
  const hard = await at({ contrast: 60 });
  assert.ok((hard[1] ?? 255) < g - 8, 'dark becomes darker');
  const warm = await at({ warmth: 80 });
  assert.ok((warm[0] ?? 0) > r + 8 && (warm[2] ?? 255) < b - 8);
  const bare = await at({ saturation: -100 });
  assert.ok(Math.abs((bare[0] ?? 0) - (bare[2] ?? 255)) < 4);
});

test('an edit is another picture; the original is kept, and edits always begin at it', async () => {
  const stored = expectOk(await storeAsset(deps, { data: await discOn('#ffffff'), fileName: 'disc.png' }));
  const edit = async (assetId: typeof stored.assetId, given: object) =>
    expectOk(await editPicture(deps, { assetId, recipe: recipe.parse(given), now: NOW }));
  const turned = await edit(stored.assetId, { rotate: 90 });
  assert.notEqual(turned.assetId, stored.assetId);
  const again = await edit(turned.assetId, { rotate: 180 });
  assert.deepEqual([again.width, again.height], [240, 120]);
  const known = await readEdits(db, [turned.assetId, again.assetId]);
  assert.deepEqual(
    [...known.values()].map(({ originalId, recipe: { rotate } }) => [originalId, rotate]),
    [
      [stored.assetId, 90],
      [stored.assetId, 180],
    ],
  );
  assert.equal((await edit(again.assetId, {})).assetId, stored.assetId);
  const original = await openOriginal(deps, stored.assetId);
  original?.stream.destroy();
  assert.equal(original?.fileName, 'disc.png');
});
