import type { Page } from 'playwright-core';
import type { Figures } from '../harness/scenario.ts';
import { quantile } from '../harness/summary.ts';
import { framesOfTwoSeconds } from './frames.ts';

const CELLS = 10_000;
const KEYS = 40;

/**
 * The sheet of products with as many rows as it holds: how long until ten thousand pasted cells are checked and drawn, frames
 * while it is scrolled with all of them changed, and how long a key takes until the next frame.
 */
export async function measureSheet(page: Page, address: string): Promise<Figures> {
  await page.goto(`${address}/cockpit/products/sheet`);
  const grid = page.getByRole('grid');
  await grid.waitFor({ timeout: 120_000 });
  const price = page.getByRole('columnheader', { name: /^Price/ }).first();
  const column = Number(await price.getAttribute('aria-colindex')) - 2;
  await page.locator(`[data-cell="0 ${column}"]`).click();
  const began = performance.now();
  await grid.evaluate((element, rows) => {
    const clipboardData = new DataTransfer();
    // Two columns wide: what a price was before goes with it.
    clipboardData.setData(
      'text/plain',
      Array.from({ length: rows }, (_, row) => `${100 + (row % 7)},5\t`).join('\r\n'),
    );
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, CELLS / 2);
  await page.getByText(/cells changed/).waitFor();
  const pasteMs = performance.now() - began;
  await grid.hover();
  const measured = page.evaluate(framesOfTwoSeconds);
  for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, 240);
  const frames = (await measured).toSorted((a, b) => a - b);
  const keys = (await page.evaluate(keyTimes, KEYS)).toSorted((a, b) => a - b);
  return {
    sheetPasteMs: pasteMs,
    sheetFrameP50Ms: quantile(frames, 0.5),
    sheetFrameP95Ms: quantile(frames, 0.95),
    sheetKeyP50Ms: quantile(keys, 0.5),
    sheetKeyP95Ms: quantile(keys, 0.95),
  };
}

/** Runs in the page: from a key going down until the frame after it is drawn. */
async function keyTimes(count: number): Promise<number[]> {
  const grid = document.querySelector('[role="grid"]');
  const times: number[] = [];
  for (let pressed = 0; pressed < count; pressed += 1) {
    const began = performance.now();
    grid?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    times.push(performance.now() - began);
  }
  return times;
}
