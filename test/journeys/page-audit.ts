import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export type AuditedPage = {
  readonly page: Page;
  /** What the content security policy stopped and what went wrong in scripts, so far. */
  readonly complaints: string[];
};

type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

/** A page that counts layout shifts from its first moment and keeps every complaint of the browser. */
export async function openAudited(browser: Browser, options: ContextOptions): Promise<AuditedPage> {
  return openAuditedIn(await browser.newContext(options));
}

/** The same in a context that is there already: somebody's who is signed in, say. */
export async function openAuditedIn(context: BrowserContext): Promise<AuditedPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // A 404 page is a failed request to the browser's console.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  await page.addInitScript(countShifts);
  return { page, complaints };
}

/** Colours that are on their way from one scheme to another are nobody's. */
async function isDrawn(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  const ending = document.getAnimations().filter(({ effect }) => {
    return Number.isFinite(Number(effect?.getComputedTiming().endTime));
  });
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * The rules of WCAG 2.2 A and AA and of good practice that the page breaks, one line each; [] is a clean
 * page.
 *
 * @param rules axe's; a page that was clean before its colours changed needs those of colours alone
 */
export async function accessibilityBreaches(
  page: Page,
  rules: readonly string[] = EVERY_RULE,
): Promise<string[]> {
  // A page that is still without its style sheet is another page.
  await page.waitForLoadState('load');
  await page.evaluate(isDrawn);
  // Runs through the debugger, which the page's own policy does not bind.
  await page.evaluate(axe.source);
  return page.evaluate(
    async (runOnly) => {
      const { violations } = await (globalThis as unknown as AxeWindow).axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
        // Nobody reads where it was, and that is a fifth of the work.
        selectors: false,
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
      );
    },
    [...rules],
  );
}

/** The sum of all layout shifts that no input caused: 0 is the goal. */
export async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as ShiftWindow).layoutShift);
}

/** Pixels by which the page is wider than its window. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}

/** Everything the visit left behind in the browser. */
export async function tracesLeft(context: BrowserContext, page: Page): Promise<string[]> {
  const cookies = (await context.cookies()).map(({ name }) => `cookie ${name}`);
  const keys: string[] = await page.evaluate('Object.keys(localStorage)');
  return [...cookies, ...keys.map((key) => `localStorage ${key}`)];
}

/** Opens an address and waits until its fonts are in place and it was painted with them. */
export async function openSettled(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(SETTLED);
}

const SETTLED = `document.fonts.ready.then(
  () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
)`;

type AxeWindow = {
  axe: { run: (context: unknown, options: unknown) => Promise<{ violations: AxeViolation[] }> };
  document: unknown;
};
type AxeViolation = { id: string; nodes: { html: string; any: { message: string }[] }[] };
type ShiftWindow = { layoutShift: number };

// Travels to the browser as text.
const countShifts = `
  globalThis.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.layoutShift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;
