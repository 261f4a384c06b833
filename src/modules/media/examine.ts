import sharp, { type Metadata, type Sharp } from 'sharp';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import { type PictureType, sniffPicture } from './sniff.ts';
import { sanitiseSvg } from './svg/sanitise.ts';
import { WIDEST } from './widths.ts';

// Each encode on one thread, at most two at once (render.ts): the pages need the machine too.
sharp.concurrency(1);
sharp.cache(false);

export const MAX_BYTES = 40_000_000;
export const MAX_PIXELS = 60_000_000;
const MAX_FRAMES = 300;
// A drawing is as large as one asks; a ribbon of 1 by 10,000 would be 1,920 by 19 million.
const MAX_RATIO = 12;

export type PictureRefusal =
  | 'too_large'
  | 'too_many_pixels'
  | 'too_many_frames'
  | 'not_an_image'
  | 'damaged'
  | 'unsafe';

/** What is kept of a picture, and what is known of it. */
export type Examined = {
  readonly type: PictureType;
  /** As it came; a drawing without what is not allowed in it. */
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly placeholderColor: string;
};

/**
 * Looks at a picture before it is taken: type by content, limits before anything is unpacked, size upright,
 * mean colour on white. Every pixel is decoded once, so that what is taken can be shown.
 */
export async function examine(data: Buffer): Promise<Result<Examined, Refusal<PictureRefusal>>> {
  if (data.length > MAX_BYTES) return refuse('too_large', 'a picture may have 40 MB');
  const type = sniffPicture(data);
  if (!type) return refuse('not_an_image', 'this is no PNG, JPEG, GIF, WebP, AVIF or SVG');
  return type.kind === 'vector' ? examineDrawing(data, type) : examineRaster(data, type);
}

/**
 * The picture's first frame, upright and in sRGB, refusing what is larger than the limit whatever it claims.
 */
export function openPicture(data: Buffer): Sharp {
  return sharp(data, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 }).autoOrient();
}

async function examineRaster(
  data: Buffer,
  type: PictureType,
): Promise<Result<Examined, Refusal<PictureRefusal>>> {
  const metadata = await metadataOf(data);
  if (!metadata) return refuse('damaged', 'the picture cannot be read');
  if ((metadata.pages ?? 1) > MAX_FRAMES) return refuse('too_many_frames', `at most ${MAX_FRAMES} frames`);
  const { width, height } = metadata.autoOrient;
  if (width * height > MAX_PIXELS) {
    return refuse('too_many_pixels', `${width} × ${height} is more than 60 million pixels`);
  }
  const placeholderColor = await meanColor(data);
  if (!placeholderColor) return refuse('damaged', 'the picture is cut off or damaged');
  return ok({ type, data, width, height, placeholderColor });
}

async function examineDrawing(
  data: Buffer,
  type: PictureType,
): Promise<Result<Examined, Refusal<PictureRefusal>>> {
  const sanitised = sanitiseSvg(data.toString('utf8').replace(/^\uFEFF/, ''));
  if (!sanitised.ok) return sanitised;
  const { text, width, height } = sanitised.value;
  const ratio = height / width;
  if (ratio > MAX_RATIO || ratio < 1 / MAX_RATIO) {
    return refuse('too_many_pixels', `a drawing of ${width} × ${height} is too long for its width`);
  }
  const clean = Buffer.from(text);
  const placeholderColor = await meanColor(clean);
  if (!placeholderColor) return refuse('damaged', 'the drawing cannot be drawn');
  return ok({
    type,
    data: clean,
    width: WIDEST,
    height: Math.max(1, Math.round(WIDEST * ratio)),
    placeholderColor,
  });
}

async function metadataOf(data: Buffer): Promise<Metadata | undefined> {
  try {
    // The limit is ours to judge here, so that it gets its own name; nothing is unpacked for this.
    return await sharp(data, { limitInputPixels: false }).metadata();
  } catch {
    // Whatever sharp finds wrong with a stranger's bytes is the stranger's doing: the caller refuses.
    return undefined;
  }
}

const SAMPLE = 16;

async function meanColor(data: Buffer): Promise<string | undefined> {
  const pixels = await sample(data);
  if (!pixels) return undefined;
  const sums = [0, 0, 0];
  for (const [index, value] of pixels.entries()) sums[index % 3] = (sums[index % 3] ?? 0) + value;
  return `#${sums.map((sum) => toHex(sum / (SAMPLE * SAMPLE))).join('')}`;
}

async function sample(data: Buffer): Promise<Buffer | undefined> {
  try {
    return await openPicture(data)
      .resize(SAMPLE, SAMPLE, { fit: 'fill' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer();
  } catch {
    // As above: bytes that cannot be decoded are refused by the caller.
    return undefined;
  }
}

function toHex(value: number): string {
  return Math.round(value).toString(16).padStart(2, '0');
}
