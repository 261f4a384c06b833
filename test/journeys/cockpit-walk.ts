import type { Page } from 'playwright-core';
import { z } from 'zod';

export type Place = {
  /** `orders-id` of `/orders/$id` */
  readonly name: string;
  /** Below `/cockpit`. */
  readonly path: string;
};

// What desks are made of compiles for browsers; their list of addresses runs anywhere.
const DESKS: string = new URL('../../src/apps/cockpit/shell/desks.ts', import.meta.url).href;
const LISTED = z.object({
  DESKS: z.array(z.object({ screens: z.array(z.object({ path: z.string() })) })),
});
const PATHS = LISTED.parse(await import(DESKS)).DESKS.flatMap(({ screens }) =>
  screens.map(({ path }) => path),
);

/** Every screen's address without parts to fill in. */
const PLACES: readonly Place[] = PATHS.filter((path) => !path.includes('$')).map((path) => {
  return { name: nameOf(path), path };
});
const PATTERNS = PATHS.filter((path) => path.includes('$'));

/** By its address, as a page of its own, or from the screen before it, as a link leads there. */
export type Way = 'by address' | 'from screen to screen';

/**
 * Goes to every screen of the cockpit: first those with an address of their own, then one of each that is about a thing,
 * found by the links that were seen on the way.
 *
 * @param visit is called when a screen stands still
 * @returns patterns of screens that no link led to
 */
export async function walkCockpit(
  page: Page,
  address: string,
  visit: (place: Place) => Promise<void>,
  way: Way = 'by address',
): Promise<readonly string[]> {
  const seen = new Set<string>();
  const go = async (place: Place) => {
    if (seen.size > 0 && way === 'from screen to screen') await goOn(page, `/cockpit${place.path}`);
    else await page.goto(`${address}/cockpit${place.path}`);
    await page.locator(HEADING).first().waitFor({ timeout: 20_000 });
    // What is asked for in turn may have a part's heading before the screen's own; one that never has it is found by axe.
    await page
      .locator(OWN_HEADING)
      .first()
      .waitFor({ timeout: 5_000 })
      .catch(() => undefined);
    // The stream of changes stays open, so that the network is never idle.
    await settled(page);
    await page.evaluate('document.fonts.ready');
    for (const href of await page.locator('main a[href^="/cockpit/"]').evaluateAll(hrefsOf)) seen.add(href);
    await visit(place);
  };
  for (const place of PLACES) await go(place);
  const missed: string[] = [];
  for (const pattern of PATTERNS) {
    const known = new RegExp(`^${pattern.replaceAll(/\$\w+/g, '[0-9a-f-]{36}')}$`);
    const path = [...seen]
      .map((href) => href.replace('/cockpit', '').split('?')[0] ?? '')
      .find((one) => known.test(one));
    if (path === undefined) missed.push(pattern);
    else await go({ name: nameOf(pattern), path });
  }
  return missed;
}

const HEADING = ':is(main h1, main h2):not([data-left])';
const OWN_HEADING = 'main h1:not([data-left])';

/** What is drawn now is marked, so that the next screen's heading is told from it. */
async function goOn(page: Page, path: string): Promise<void> {
  await page.locator('main h1, main h2').evaluateAll((headings: readonly Element[]) => {
    for (const heading of headings) heading.setAttribute('data-left', '');
  });
  // The router hears of it as of a link that was followed.
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`);
}

/** Nothing is being loaded any more. The page's policy lets no text be run as a script, so that it is asked from outside. */
async function settled(page: Page): Promise<void> {
  const loading = page.locator('main [role="status"][aria-label]');
  for (let tries = 0; (await loading.count()) > 0; tries += 1) {
    if (tries > 400) throw new Error(`${page.url()} is still loading`);
    await page.waitForTimeout(50);
  }
}

function hrefsOf(links: readonly Element[]): string[] {
  return links.map((link) => link.getAttribute('href') ?? '');
}

function nameOf(path: string): string {
  return path.slice(1).replaceAll('$', '').replaceAll('/', '-');
}
