import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { demoWorld } from '../world/demo-world.ts';
import { drawPicture } from './compose.ts';

const world = demoWorld(1);
const specs = [
  ...world.products.flatMap((product) => product.pictures),
  ...world.collections.map((collection) => collection.picture),
];

describe('drawPicture', () => {
  test('every picture of the demo shop is well-formed, refers to nothing outside itself and has at most 60 kB', () => {
    for (const { key, spec } of specs) {
      const svg = drawPicture(spec);
      const parser = new SaxesParser();
      parser.on('error', (error) => assert.fail(`${key}: ${error.message}`));
      parser.write(svg).close();
      assert.ok(svg.length <= 60_000, `${key} has ${svg.length} bytes`);
      const foreign = svg.replace('xmlns="http://www.w3.org/2000/svg"', '');
      assert.doesNotMatch(foreign, /href|https?:|url\((?!#d[0-9a-z]+\))|<script|<image|NaN|undefined/, key);
    }
  });

  test('every reference is to something defined in the same picture', () => {
    for (const { key, spec } of specs) {
      const svg = drawPicture(spec);
      const ids = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
      for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) assert.ok(ids.has(id), `${key}: ${id}`);
    }
  });

  test('the same spec gives the same bytes, another seed or colour gives others', () => {
    const spec = specs[0]?.spec;
    assert.ok(spec);
    assert.equal(drawPicture(spec), drawPicture({ ...spec }));
    assert.notEqual(drawPicture(spec), drawPicture({ ...spec, color: '#123456' }));
    assert.notEqual(drawPicture(spec), drawPicture({ ...spec, seed: spec.seed + 1 }));
  });

  test('what is drawn has the colour that is sold: a blue vase is bluer than a terracotta one', async () => {
    const base = {
      view: 'product',
      subject: 'vase',
      shape: 'round',
      material: 'stoneware',
      seed: 5,
    } as const;
    const blue = await centre(drawPicture({ ...base, color: '#426a8a' }));
    const red = await centre(drawPicture({ ...base, color: '#bd6440' }));
    assert.ok(blue.b > blue.r && red.r > red.b, JSON.stringify({ blue, red }));
  });
});

/** The colour in the middle of the thing. */
async function centre(svg: string): Promise<{ r: number; g: number; b: number }> {
  const small = await sharp(Buffer.from(svg)).resize(160, 200).png().toBuffer();
  const spot = sharp(small).extract({ left: 76, top: 120, width: 8, height: 8 });
  const { channels } = await sharp(await spot.png().toBuffer()).stats();
  const [r, g, b] = channels.map((channel) => channel.mean);
  return { r: r ?? 0, g: g ?? 0, b: b ?? 0 };
}
