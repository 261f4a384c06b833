import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import { TEMPLATE_NAMES } from '../index.ts';
import { accentIn, GROUNDS, READABLE } from './accent.ts';
import { contrast, type Hex } from './contrast.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n): Hex => `#${n.toString(16).padStart(6, '0')}`);

test('contrast is as WCAG computes it', () => {
  const table: [Hex, Hex, string][] = [
    ['#000000', '#ffffff', '21.00'],
    ['#777777', '#ffffff', '4.48'],
    ['#767676', '#ffffff', '4.54'],
    ['#ff0000', '#ffffff', '4.00'],
    ['#123456', '#123456', '1.00'],
  ];
  for (const [one, other, ratio] of table) {
    assert.equal(contrast(one, other).toFixed(2), ratio);
    assert.equal(contrast(other, one).toFixed(2), ratio);
  }
});

test('whatever colour is wished for can be read in every template, in the light and in the dark', () => {
  fc.assert(
    fc.property(hex, (wished) => {
      for (const template of TEMPLATE_NAMES) {
        const drawn = accentIn(template, wished);
        for (const scheme of ['light', 'dark'] as const) {
          const { colour, on, ratio, isAdjusted } = drawn[scheme];
          for (const ground of [...GROUNDS[template][scheme].grounds, on]) {
            assert.ok(
              contrast(colour, ground) >= READABLE,
              `${wished} in ${template} ${scheme} on ${ground}`,
            );
          }
          assert.ok(ratio >= READABLE);
          assert.equal(isAdjusted, colour !== wished);
        }
      }
    }),
  );
});

test('a colour that can be read stays as it was wished for', () => {
  assert.deepEqual(accentIn('atelier', '#7a1f3d').light, {
    ...{ colour: '#7a1f3d', on: '#fff8ef', isAdjusted: false },
    ratio: accentIn('atelier', '#7a1f3d').light.ratio,
  });
  assert.equal(accentIn('depot', '#00c2a8').light.colour, '#00c2a8');
});

test('the grounds are those of the style sheets', async () => {
  for (const template of TEMPLATE_NAMES) {
    const file = new URL(`../../../apps/storefront/styles/${template}/tokens.css`, import.meta.url);
    const css = await readFile(file, 'utf8');
    for (const { grounds } of Object.values(GROUNDS[template])) {
      for (const ground of grounds) assert.ok(css.includes(ground), `${template} has no ${ground}`);
    }
  }
});
