import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { expectOk } from '../../kernel/index.ts';
import { examine, MAX_BYTES } from './examine.ts';

const plain = (width: number, height: number, background = '#336699') =>
  sharp({ create: { width, height, channels: 3, background } });

/** A PNG whose header claims a size, with next to nothing in it. */
function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from('789c030000000001', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

async function codeOf(data: Buffer): Promise<string> {
  const result = await examine(data);
  return result.ok ? 'taken' : result.refusal.code;
}

test('size, type and mean colour are those of the content', async () => {
  for (const [format, mime] of [
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['avif', 'image/avif'],
    ['gif', 'image/gif'],
  ] as const) {
    const examined = expectOk(await examine(await plain(40, 30).toFormat(format).toBuffer()));
    assert.deepEqual([examined.type.mime, examined.width, examined.height], [mime, 40, 30]);
    const channels = [1, 3, 5].map((at) => Number.parseInt(examined.placeholderColor.slice(at, at + 2), 16));
    for (const [index, wanted] of [0x33, 0x66, 0x99].entries()) {
      assert.ok(Math.abs((channels[index] ?? 0) - wanted) <= 3, `${format} ${examined.placeholderColor}`);
    }
  }
});

test('half black, half white has grey as its mean colour; what is transparent counts as white', async () => {
  const black = await plain(20, 40, '#000000').png().toBuffer();
  const halves = await plain(40, 40, '#ffffff')
    .composite([{ input: black, left: 0, top: 0 }])
    .png()
    .toBuffer();
  assert.match(expectOk(await examine(halves)).placeholderColor, /^#(7|8)/);
  const clear = sharp({
    create: { width: 9, height: 9, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  });
  assert.equal(expectOk(await examine(await clear.png().toBuffer())).placeholderColor, '#ffffff');
});

test('a photo that lies on its side is measured upright', async () => {
  const data = await plain(40, 30).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const examined = expectOk(await examine(data));
  assert.deepEqual([examined.width, examined.height], [30, 40]);
});

test('a bomb of 64k by 64k pixels is refused by its header, in no time', async () => {
  const start = performance.now();
  assert.equal(await codeOf(pngClaiming(65_535, 65_535)), 'too_many_pixels');
  assert.ok(performance.now() - start < 200);
});

test('a file of more than 40 MB is refused before it is looked at', async () => {
  assert.equal(await codeOf(Buffer.alloc(MAX_BYTES + 1)), 'too_large');
});

test('an animation of too many frames is refused', async () => {
  const frames = await Promise.all(
    Array.from({ length: 301 }, (_, index) =>
      plain(2, 2, `rgb(${index % 256},${index >> 4},0)`)
        .png()
        .toBuffer(),
    ),
  );
  const gif = await sharp(frames, { join: { animated: true } })
    .gif({ keepDuplicateFrames: true })
    .toBuffer();
  assert.equal(await codeOf(gif), 'too_many_frames');
});

test('a picture that is cut off, or whose size is a lie, is refused', async () => {
  const whole = await sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: '#123456',
      noise: { type: 'gaussian', mean: 99, sigma: 30 },
    },
  })
    .jpeg()
    .toBuffer();
  assert.equal(await codeOf(whole.subarray(0, whole.length >> 1)), 'damaged');
  assert.equal(await codeOf(pngClaiming(100, 100)), 'damaged');
});

for (const [name, data] of [
  ['a page', '<!doctype html><html><svg viewBox="0 0 1 1"></svg></html>'],
  ['a script', '/* <svg> */ alert(1)'],
  ['a document', '%PDF-1.7'],
  ['nothing', ''],
] as const) {
  test(`${name} is not an image, whatever it is called`, async () => {
    assert.equal(await codeOf(Buffer.from(data)), 'not_an_image');
  });
}

test('a drawing is as wide as the widest rendition and keeps its proportions', async () => {
  const data = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4"><path d="M0 0h3v4H0z" fill="#f00"/></svg>',
  );
  const examined = expectOk(await examine(data));
  assert.deepEqual([examined.width, examined.height], [1920, 2560]);
  assert.match(examined.placeholderColor, /^#f[ef]0[0-9]0[0-9]$/);
  const ribbon = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 10000"/>');
  assert.equal(await codeOf(ribbon), 'too_many_pixels');
});
