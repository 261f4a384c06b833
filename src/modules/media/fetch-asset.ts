import { ok, type Result } from '../../kernel/index.ts';
import type { FetchOptions } from '../../platform/fetch/index.ts';
import { guardedFetch } from '../../platform/fetch/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { AssetId } from './asset.ts';
import { examine, MAX_BYTES } from './examine.ts';
import { findAsset, makeFailed, makeReady, type ReadyAsset } from './store.ts';
import { hashOf, keepOriginal, type MediaDeps } from './store-asset.ts';
import { examineFile, keepFile, MAX_FILE_BYTES } from './store-file.ts';
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

// A download may be of any type: nobody shows it.
const FILE_LIMITS: FetchOptions = { maxBytes: MAX_FILE_BYTES, timeoutMs: 120_000 };

/**
 * Fetches a pending asset: ready and told, or failed with the reason's name. Doing it again changes nothing.
 */
export async function fetchAsset(deps: MediaDeps, input: FetchAsset): Promise<'ready' | 'failed'> {
  const asset = await findAsset(deps.db, input.assetId);
  if (asset?.state !== 'pending' || asset.sourceUrl === null)
    return asset?.state === 'ready' ? 'ready' : 'failed';
  const limits = asset.kind === 'file' ? FILE_LIMITS : LIMITS;
  const fetched = await guardedFetch(asset.sourceUrl, { ...limits, ...input.fetch });
  if (!fetched.ok) {
    const { code, message, isTransient } = fetched.refusal;
    if (isTransient && !input.isLastAttempt) throw new Error(message);
    return fail(deps, input.assetId, `${code}: ${message}`);
  }
  const name = nameInAddress(fetched.value.url);
  const taken = await (asset.kind === 'file' ? takeFile : takePicture)(deps, fetched.value.data, name);
  if (!taken.ok) return fail(deps, input.assetId, `${taken.refusal.code}: ${taken.refusal.message}`);
  const { hash, kept } = taken.value;
  await deps.db.transaction().execute(async (tx) => {
    await makeReady(tx, input.assetId, hash, kept);
    if (kept.kind !== 'file') await enqueue(tx, 'media.render', { assetId: input.assetId }, { priority: 10 });
    await tell(tx, 'media.assets_ready', { assetIds: [input.assetId] });
  });
  return 'ready';
}

type Taken = Result<{ readonly hash: string; readonly kept: ReadyAsset }>;

async function takePicture({ files }: MediaDeps, data: Buffer, fileName: string): Promise<Taken> {
  const examined = await examine(data);
  if (!examined.ok) return examined;
  const kept = await keepOriginal(files, examined.value, fileName);
  return ok({ hash: hashOf(examined.value.data), kept });
}

async function takeFile({ files }: MediaDeps, data: Buffer, fileName: string): Promise<Taken> {
  const examined = examineFile(data);
  if (!examined.ok) return examined;
  return ok({ hash: examined.value.hash, kept: await keepFile(files, { data, fileName }, examined.value) });
}

async function fail({ db }: MediaDeps, assetId: AssetId, why: string): Promise<'failed'> {
  await makeFailed(db, assetId, why.slice(0, 500));
  return 'failed';
}

function nameInAddress(url: string): string {
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
