import type { Browser, BrowserContext } from 'playwright-core';
import { buildCockpitIfNeeded } from '../../scripts/build-cockpit.ts';
import type { Connection } from '../../src/platform/database/index.ts';
import { becomeOwner, type Owner } from './become-owner.ts';
import { type DemoShop, type DemoShopOptions, startDemoShop } from './demo-shop.ts';

export type CockpitShop = DemoShop & {
  /** A browser that is signed in as the owner. */
  readonly owner: (
    browser: Browser,
    options?: Parameters<Browser['newContext']>[0],
  ) => Promise<BrowserContext>;
  readonly confirmation: Owner['confirmation'];
};

// Whether it is needed is a matter of reading all sources: once a process is enough.
let built: Promise<unknown> | undefined;

/** The demo shop with its cockpit, and an owner who came by the link of its first start. */
export async function startCockpitShop(
  connection: Connection,
  options: DemoShopOptions = {},
): Promise<CockpitShop> {
  built ??= buildCockpitIfNeeded();
  await built;
  const shop = await startDemoShop(connection, options);
  const { cookie, confirmation } = await becomeOwner(connection.db, shop.address);
  const [name, value] = cookie;
  return {
    ...shop,
    confirmation,
    owner: async (browser, options) => {
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      await context.addCookies([{ name, value, url: shop.address, httpOnly: true, sameSite: 'Strict' }]);
      return context;
    },
  };
}
