// Run by hand: `node --import ./scripts/tsx-hook.mjs test/journeys/lighthouse.ts [ADDRESS] [PATH …]`.
// Lighthouse's
// mobile settings (simulated slow 4G, four times slower processor); without an address, the fixture shop in
// all templates.
import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { buildIfNeeded } from '../../scripts/build.ts';
import { templateNames } from '../../src/apps/storefront/view/index.ts';
import { CHROMIUM_FLAGS, findChromium } from '../browser.ts';
import { startFixtureShop } from './fixture-shop.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const PATHS = ['/', '/collections/living', '/products/hollin-vase'];

export type Scores = {
  readonly address: string;
  /** 0 to 100, in the order of the categories above. */
  readonly scores: readonly number[];
  readonly largestPaintMs: number;
  readonly layoutShift: number;
  /** Audits with less than the full score, for whoever wants to know why. */
  readonly misses: readonly string[];
};

/** Audits pages one after another in one fresh browser. */
export async function auditPages(addresses: readonly string[]): Promise<readonly Scores[]> {
  const { executable, env } = await findChromium();
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: executable,
    args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
    env: { ...env },
  });
  try {
    const found: Scores[] = [];
    for (const address of addresses) found.push(await audit(address, port));
    return found;
  } finally {
    await browser.close();
  }
}

async function audit(address: string, port: number): Promise<Scores> {
  const outcome = await lighthouse(address, {
    port,
    output: 'json',
    onlyCategories: CATEGORIES,
    logLevel: 'error',
  });
  if (!outcome) throw new Error(`Lighthouse found nothing to say about ${address}`);
  const { categories, audits } = outcome.lhr;
  const misses = Object.values(audits).filter(({ score }) => score !== null && score < 1);
  return {
    address,
    scores: CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100)),
    largestPaintMs: Math.round(audits['largest-contentful-paint']?.numericValue ?? 0),
    layoutShift: audits['cumulative-layout-shift']?.numericValue ?? 0,
    misses: misses.map(({ id, score, displayValue }) => `${id} ${score} ${displayValue ?? ''}`.trim()),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (bound === null || typeof bound === 'string') throw new Error('no free port');
  return bound.port;
}

if (import.meta.main) {
  const [base, ...paths] = process.argv.slice(2);
  await buildIfNeeded();
  const shop = base === undefined ? await startFixtureShop({ drawsPictures: true }) : undefined;
  const addresses = shop
    ? templateNames.flatMap((name) => PATHS.map((path) => `${shop.address}${path}?template=${name}`))
    : (paths.length > 0 ? paths : ['/']).map((path) => `${base}${path}`);
  for (const { address, scores, largestPaintMs, layoutShift, misses } of await auditPages(addresses)) {
    console.log(`${scores.join(' / ')}  LCP ${largestPaintMs} ms  CLS ${layoutShift}  ${address}`);
    for (const miss of misses) console.log(`    ${miss}`);
  }
  await shop?.close();
}
