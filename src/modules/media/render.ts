import { buffer } from 'node:stream/consumers';
import type { AssetId } from './asset.ts';
import { openPicture } from './examine.ts';
import { findAsset, findRendition, insertRendition, type RenditionRow } from './store.ts';
import type { MediaDeps } from './store-asset.ts';
import { type Format, widthFor, widthsOf } from './widths.ts';

export type Rendition = {
  readonly fileKey: string;
  readonly mime: string;
  /** May be less than was asked for: pictures are never enlarged. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
};

export type RenditionRequest = {
  readonly assetId: AssetId;
  readonly width: number;
  readonly format: Format;
};

/**
 * The picture in this width and format: made at the first request, kept for all later ones. Requests for the
 * same one at the same time share one encode, and never more than two encodes run at once.
 *
 * @returns `undefined` when there is no such picture (yet), or no page asks for that width
 */
export async function rendition(deps: MediaDeps, request: RenditionRequest): Promise<Rendition | undefined> {
  const asset = await findAsset(deps.db, request.assetId);
  if (asset?.state !== 'ready' || asset.fileKey === null || asset.width === null) return undefined;
  const width = widthFor({ width: asset.width }, request.width);
  if (width === undefined) return undefined;
  const { fileKey } = asset;
  const exact = { ...request, width };
  const known = await findRendition(deps.db, exact);
  const made = known ?? (await singleFlight(keyOf(fileKey, exact), () => make(deps, fileKey, exact)));
  return { ...made, width, mime: `image/${request.format}` };
}

// The sizes of cards and of the product page on a phone and a desktop; others wait for the first who asks.
const AHEAD = [320, 640, 960];

/** Makes the renditions that will be asked for first. */
export async function renderAhead(
  deps: MediaDeps,
  { assetId }: { readonly assetId: AssetId },
): Promise<void> {
  const asset = await findAsset(deps.db, assetId);
  if (asset?.width == null) return;
  const widths = widthsOf({ width: asset.width }).filter((width) => AHEAD.includes(width));
  for (const width of widths) await rendition(deps, { assetId, width, format: 'avif' });
}

const flights = new Map<string, Promise<RenditionRow>>();

function singleFlight(key: string, make: () => Promise<RenditionRow>): Promise<RenditionRow> {
  const flying = flights.get(key);
  if (flying) return flying;
  const flight = withSlot(make).finally(() => flights.delete(key));
  flights.set(key, flight);
  return flight;
}

const AT_ONCE = 2;
let busy = 0;
const waiting: (() => void)[] = [];

async function withSlot<Value>(run: () => Promise<Value>): Promise<Value> {
  if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy++;
  try {
    return await run();
  } finally {
    // The slot goes to the next in line, or is free.
    const next = waiting.shift();
    if (next) next();
    else busy--;
  }
}

async function make(deps: MediaDeps, fileKey: string, request: RenditionRequest): Promise<RenditionRow> {
  const original = await deps.files.get(fileKey);
  if (!original) throw new Error(`the original ${fileKey} is missing from the file store`);
  const { data, info } = await encode(await buffer(original.stream), request);
  const key = keyOf(fileKey, request);
  await deps.files.put(key, data, { mime: `image/${request.format}` });
  const made = { height: info.height, bytes: data.length, fileKey: key };
  await insertRendition(deps.db, request, made);
  return made;
}

/**
 * Without metadata (the place a photo was taken at is nobody's business), in sRGB. AVIF effort 2 of 9: a third of the
 * default's time for a tenth more bytes (measured on photos and drawings at 320 to 1920 pixels).
 */
async function encode(original: Buffer, { width, format }: RenditionRequest) {
  const resized = openPicture(original).resize({ width });
  if (format === 'avif') {
    return resized.avif({ quality: 50, effort: 2 }).toBuffer({ resolveWithObject: true });
  }
  if (format === 'webp') {
    return resized.webp({ quality: 78, effort: 4 }).toBuffer({ resolveWithObject: true });
  }
  return resized
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82, progressive: true })
    .toBuffer({ resolveWithObject: true });
}

/** Beside the original, so that assets of the same content share renditions in the store. */
function keyOf(fileKey: string, { width, format }: RenditionRequest): string {
  return fileKey.replace(/original\.[a-z]+$/, `${width}.${format}`);
}
