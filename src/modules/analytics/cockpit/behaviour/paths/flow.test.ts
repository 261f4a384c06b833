import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Row } from '../../report.ts';
import { flowOf } from './flow.ts';

const way = (pages: readonly string[], sessions: number): Row => ({
  of: Object.fromEntries([1, 2, 3, 4, 5].map((place) => [`page_${place}`, pages[place - 1] ?? ''])),
  values: { sessions },
});

test('that a visit ended is one place, and the largest page stands on top', () => {
  const { nodes, links } = flowOf(
    [way(['/', '/cup'], 3), way(['/', '/hat', '/cart'], 5), way(['/'], 2)],
    false,
  );
  assert.deepEqual(
    nodes.map(({ place, name, visits }) => `${place} ${name} ${visits}`),
    ['1 / 10', '2 /hat 5', '2 /cup 3', '2  2', '3 /cart 5', '3  3', '4  5'],
  );
  assert.deepEqual(
    links.map(({ from, to, visits }) => `${from.name}→${to.name} ${visits}`),
    ['/→/hat 5', '/→/cup 3', '/→ 2', '/hat→/cart 5', '/cup→ 3', '/cart→ 5'],
  );
});

test('to a page, that a visit had not begun stands before its first page', () => {
  const { nodes } = flowOf([way(['', '', '', '/', '/cart'], 4), way(['', '', '', '', '/cart'], 1)], true);
  assert.deepEqual(
    nodes.map(({ place, name, visits }) => `${place} ${name} ${visits}`),
    ['3  4', '4 / 4', '4  1', '5 /cart 5'],
  );
});

test('bands fill what they join and no more, and nothing is taller than the picture', () => {
  const page = fc.constantFrom('/', '/cup', '/hat', 'other');
  const rows = fc.array(
    fc.tuple(fc.array(page, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 50 })),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(rows, (ways) => {
      const { nodes, links } = flowOf(
        ways.map(([pages, visits]) => way(pages, visits)),
        false,
      );
      for (const node of nodes) {
        assert.ok(node.top + node.height <= 100 + 1e-6);
        const into = links.filter(({ to }) => to === node).reduce((sum, { toHeight }) => sum + toHeight, 0);
        if (node.place > 1) assert.ok(Math.abs(into - node.height) < 1e-6);
      }
    }),
  );
});
