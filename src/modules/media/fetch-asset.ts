import type { FetchOptions } from '../../platform/fetch/index.ts';
import { guardedFetch } from '../../platform/fetch/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { AssetId } from './asset.ts';
import { examine, MAX_BYTES } from './examine.ts';
import { findAsset, makeFailed, makeReady } from './store.ts';
import { hashOf, keepOriginal, type MediaDeps } from './store-asset.ts';
import './events.ts';

export type FetchAsset = {
  readonly assetId: AssetId;
  /** A passing failure throws before the last attempt, to be tried again, and is recorded at the last. */
  readonly isLastAttempt: boolean;
  /** Other than the usual limits: for tests and for a merchant's own image server. */
  readonly fetch?: Partial<FetchOptions>;
};

const LIMITS: FetchOptions = {
  maxBytes: MAX_BYTES,
  timeoutMs: 30_000,
  // Many servers do not know; the content decides.
  accept: ['image/', 'application/octet-stream', 'binary/octet-stream'],
};

/**
 * Fetches a pending asset: ready and told, or failed with the reason's name. Doing it again changes nothing.
 */
export async function fetchAsset(deps: MediaDeps, input: FetchAsset): Promise<'ready' | 'failed'> {
  const asset = await findAsset(deps.db, input.assetId);
  if (asset?.state !== 'pending' || asset.sourceUrl === null)
    return asset?.state === 'ready' ? 'ready' : 'failed';
  const fetched = await guardedFetch(asset.sourceUrl, { ...LIMITS, ...input.fetch });
  if (!fetched.ok) {
    const { code, message, isTransient } = fetched.refusal;
    if (isTransient && !input.isLastAttempt) throw new Error(message);
    return fail(deps, input.assetId, `${code}: ${message}`);
  }
  const examined = await examine(fetched.value.data);
  if (!examined.ok) {
    return fail(deps, input.assetId, `${examined.refusal.code}: ${examined.refusal.message}`);
  }
  const kept = await keepOriginal(deps.files, examined.value, fileNameOf(fetched.value.url));
  await deps.db.transaction().execute(async (tx) => {
    await makeReady(tx, input.assetId, hashOf(examined.value.data), kept);
    await enqueue(tx, 'media.render', { assetId: input.assetId }, { priority: 10 });
    await tell(tx, 'media.assets_ready', { assetIds: [input.assetId] });
  });
  return 'ready';
}

async function fail({ db }: MediaDeps, assetId: AssetId, why: string): Promise<'failed'> {
  await makeFailed(db, assetId, why.slice(0, 500));
  return 'failed';
}

function fileNameOf(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  return decodeSafely(last);
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % is part of the name then.
    return text;
  }
}
