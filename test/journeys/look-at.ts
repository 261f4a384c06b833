import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { accessibilityBreaches } from './page-audit.ts';
import { pictureOf } from './picture.ts';

/** Looks at what is open on the screen as axe does, and keeps a picture for who wants one. */
export async function lookAt(page: Page, name: string): Promise<void> {
  await pictureOf(page, name);
  // What comes and goes is judged when it stands; what turns while somebody is waited for never does.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity,
      ),
  );
  assert.deepEqual(await accessibilityBreaches(page), [], name);
}
