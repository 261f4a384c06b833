import { readNotice } from '../../modules/content/index.ts';
import { readEvents } from '../../platform/outbox/index.ts';
import type { StorefrontDeps } from './deps.ts';
import { followChanges, type Keeper } from './follow-changes.ts';
import { readWorld, type World } from './world.ts';

export type LiveWorld = { readonly world: () => World; readonly close: () => Promise<void> };

const NOTICE_MS = 60_000;

/**
 * The shop as it now is. Listens before it reads, so that no change falls in between, and forgets through `kept`
 * whatever this process remembers of what has changed.
 */
export async function openWorld(
  deps: Pick<StorefrontDeps, 'db' | 'search' | 'listen' | 'log' | 'now' | 'shopping'>,
  kept: Pick<Keeper, 'forget' | 'forgetAll'>,
): Promise<LiveWorld> {
  const { db, search, log } = deps;
  let world: World | undefined;
  const current = () => {
    if (!world) throw new Error('the shop has not been read yet');
    return world;
  };
  const reloadShop = async () => {
    world = await readWorld(db, deps.now(), { canWithdraw: deps.shopping.withdraw !== undefined });
  };
  const listener = followChanges({
    ...kept,
    readEvents: (ids) => readEvents(db, ids),
    catchUpSearch: () => search.catchUp(),
    reloadShop,
    log,
  });
  const listening = await deps.listen(listener);
  await reloadShop();
  // A notice comes and goes by the clock, without an event.
  const looking = setInterval(async () => {
    const { locale, notice } = current().first;
    try {
      const found = await readNotice(db, locale, deps.now());
      if (found?.text !== notice) listener.onGap();
    } catch (error) {
      log.error({ err: error }, 'could not look for a notice; trying again in a minute');
    }
  }, NOTICE_MS).unref();
  const close = async () => {
    clearInterval(looking);
    await listening.close();
  };
  return { world: current, close };
}
