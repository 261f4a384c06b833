import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCockpitIfNeeded } from '../../scripts/build-cockpit.ts';
import { cockpitSizes } from '../../scripts/cockpit-sizes.ts';

const FIRST_KB = 250;
const SCREEN_KB = 100;
// Browsers ask a server for six at a time.
const FIRST_FILES = 6;

test('what the cockpit loads stays within its budgets', async () => {
  await buildCockpitIfNeeded();
  const { firstKb, firstFiles, screens } = await cockpitSizes();
  assert.ok(firstKb > 50 && firstKb <= FIRST_KB, `the first load is ${firstKb} kB`);
  assert.ok(firstFiles <= FIRST_FILES, `the first load is ${firstFiles} files`);
  assert.ok(screens.length > 0);
  assert.deepEqual(
    screens.filter(({ kb }) => kb > SCREEN_KB),
    [],
  );
});
