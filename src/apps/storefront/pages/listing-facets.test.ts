import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FacetModel } from '../model/index.ts';
import { withoutDoubles } from './listing.ts';

const facet = (key: string, title: string, isChosen = false): FacetModel => ({
  key,
  title,
  kind: 'choice',
  values: [{ value: 'blue', title: 'Blue', count: 3, isChosen, color: undefined }],
});

test('of an attribute and an option with one title the attribute is shown', () => {
  const shown = withoutDoubles([
    facet('option.Colour', 'Colour'),
    facet('option.Size', 'Size'),
    facet('color', 'colour'),
  ]);
  assert.deepEqual(
    shown.map(({ key }) => key),
    ['option.Size', 'color'],
  );
});

test('a double that is already chosen stays, so that it can be unchosen', () => {
  const shown = withoutDoubles([facet('option.Colour', 'Colour', true), facet('color', 'Colour')]);
  assert.equal(shown.length, 2);
});
