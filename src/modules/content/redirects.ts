import type { Db, Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { normalisePath } from './address.ts';
import { checkRedirects, mergeRedirects, type Redirect, type RefusedRedirect } from './redirect-rules.ts';
import { deleteRedirects, lockRedirects, readAround, readTarget, writeRedirects } from './store/redirects.ts';

/** Most redirects of one call. */
export const REDIRECTS_LIMIT = 10_000;

/**
 * Keeps where old addresses lead. Bad ones are refused and the others go in; what is there already writes nothing.
 *
 * @returns how many rows changed, older redirects that now lead further among them, and the refused
 */
export async function addRedirects(
  tx: Tx,
  redirects: readonly Redirect[],
): Promise<{ readonly changed: number; readonly refused: readonly RefusedRedirect[] }> {
  if (redirects.length > REDIRECTS_LIMIT) throw new RangeError(`at most ${REDIRECTS_LIMIT} redirects a call`);
  const checked = checkRedirects(redirects);
  if (checked.accepted.length === 0) return { changed: 0, refused: checked.refused };
  await lockRedirects(tx);
  const merged = mergeRedirects(await readAround(tx, checked.accepted), checked.accepted);
  await writeRedirects(tx, merged.writes);
  await tellRedirects(
    tx,
    merged.writes.map((redirect) => redirect.path),
  );
  return { changed: merged.writes.length, refused: [...checked.refused, ...merged.refused] };
}

/** Forgets these old addresses; returns how many there were. */
export async function removeRedirects(tx: Tx, paths: readonly string[]): Promise<number> {
  if (paths.length > REDIRECTS_LIMIT) throw new RangeError(`at most ${REDIRECTS_LIMIT} redirects a call`);
  await lockRedirects(tx);
  const gone = await deleteRedirects(
    tx,
    paths.flatMap((path) => normalisePath(path) ?? []),
  );
  await tellRedirects(tx, gone);
  return gone.length;
}

/** Where an old address (a path with or without its query) leads now: a path of this shop. */
export async function findRedirect(db: Db, path: string): Promise<string | undefined> {
  const normal = normalisePath(path);
  return normal === undefined ? undefined : readTarget(db, normal);
}

async function tellRedirects(tx: Tx, paths: readonly string[]): Promise<void> {
  const [first] = paths;
  if (first === undefined) return;
  await tell(tx, 'content.changed', { what: 'redirect', handle: paths.length === 1 ? first : '*' });
}
