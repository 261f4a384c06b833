import sharp, { type Sharp } from 'sharp';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { openPicture } from '../examine.ts';
import { foregroundOf } from './background.ts';
import type { Recipe } from './recipe.ts';

/** No page shows more; an edit of a larger original is made of it at this size. */
const LONGEST = 4_000;
/** At this size the background is looked for: finer, noise counts as edges. */
const SEEN = 1_200;

/** The picture that the recipe makes of an original, as PNG where something is see-through, else as JPEG. */
export async function cook(
  original: Buffer,
  given: Recipe,
  longest = LONGEST,
): Promise<
  Result<{ readonly data: Buffer; readonly type: 'png' | 'jpeg' }, Refusal<'background_not_plain'>>
> {
  const turned = await turnedOf(original, given, longest);
  const coloured = await colouredOf(turned, given);
  if (given.background === 'kept') {
    const { hasAlpha } = await sharp(coloured).metadata();
    return ok(await packed(sharp(coloured), hasAlpha));
  }
  const alpha = await foregroundMask(turned, given.tolerance);
  if (alpha === undefined) {
    return refuse('background_not_plain', 'the picture has no plain background that could be taken away');
  }
  const cut = await cutOut(coloured, alpha);
  if (given.background === 'transparent') return ok(await packed(cut, true));
  return ok(await packed(cut.flatten({ background: '#ffffff' }), false));
}

type Mask = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/** The picture with the mask as what is seen of it, its edge softened. */
async function cutOut(picture: Buffer, mask: Mask): Promise<Sharp> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const soft = await sharp(mask.data, { raw: { width: mask.width, height: mask.height, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .blur(Math.max(0.6, Math.max(width, height) / 1_500))
    .extractChannel(0)
    .raw()
    .toBuffer();
  const seen = Buffer.alloc(width * height * 4);
  for (let place = 0; place < width * height; place += 1) {
    data.copy(seen, place * 4, place * 3, place * 3 + 3);
    seen[place * 4 + 3] = soft[place] ?? 255;
  }
  return sharp(seen, { raw: { width, height, channels: 4 } });
}

async function packed(picture: Sharp, isSeeThrough: boolean) {
  if (isSeeThrough)
    return { data: await picture.png({ compressionLevel: 8 }).toBuffer(), type: 'png' } as const;
  return { data: await picture.jpeg({ quality: 92, mozjpeg: true }).toBuffer(), type: 'jpeg' } as const;
}

/** Upright, turned, straightened and cut, without loss. */
async function turnedOf(original: Buffer, given: Recipe, longest: number): Promise<Buffer> {
  const upright = await openPicture(original)
    .resize(longest, longest, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer();
  const quarter = sharp(upright).rotate(given.rotate);
  let turned: Buffer = await (given.isMirrored ? quarter.flop() : quarter)
    .png({ compressionLevel: 1 })
    .toBuffer();
  if (given.straighten !== 0) turned = await straightened(turned, given.straighten);
  const { crop } = given;
  if (crop === undefined) return turned;
  const { width, height } = await sharp(turned).metadata();
  const left = Math.min(width - 1, Math.round(crop.left * width));
  const top = Math.min(height - 1, Math.round(crop.top * height));
  const area = {
    ...{ left, top },
    width: Math.max(1, Math.min(width - left, Math.round(crop.width * width))),
    height: Math.max(1, Math.min(height - top, Math.round(crop.height * height))),
  };
  return sharp(turned).extract(area).png({ compressionLevel: 1 }).toBuffer();
}

/** Turned by a few degrees, and the largest part of the same proportions that has no empty corner. */
async function straightened(picture: Buffer, degrees: number): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  const share = short / (long * Math.sin(angle) + short * Math.cos(angle));
  const turned = await sharp(picture)
    .rotate(degrees, { background: { r: 255, g: 255, b: 255, alpha: 0 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const whole = await sharp(turned).metadata();
  const [w, h] = [Math.floor(width * share), Math.floor(height * share)];
  const area = { left: (whole.width - w) >> 1, top: (whole.height - h) >> 1, width: w, height: h };
  const part = sharp(turned).extract(area);
  const { hasAlpha } = await sharp(picture).metadata();
  return (hasAlpha ? part : part.flatten({ background: '#ffffff' })).png({ compressionLevel: 1 }).toBuffer();
}

async function colouredOf(turned: Buffer, given: Recipe): Promise<Buffer> {
  const { brightness, contrast, saturation, warmth } = given;
  if ([brightness, contrast, saturation, warmth].every((value) => value === 0)) return turned;
  const { hasAlpha } = await sharp(turned).metadata();
  // Contrast turns about middle grey; white balance takes from one end of red and blue what it gives to the other.
  const gain = contrast >= 0 ? 1 + contrast / 100 : 1 + contrast / 200;
  const warm = warmth / 400;
  const gains = [gain * (1 + warm), gain, gain * (1 - warm)];
  const lift = 128 * (1 - gain);
  const linear = hasAlpha ? [...gains, 1] : gains;
  const shifts = linear.map((_, index) => (index === 3 ? 0 : lift));
  return sharp(turned)
    .modulate({ brightness: 1 + brightness / 200, saturation: 1 + saturation / 100 })
    .linear(linear, shifts)
    .png({ compressionLevel: 1 })
    .toBuffer();
}

async function foregroundMask(turned: Buffer, tolerance: number) {
  const { data, info } = await sharp(turned)
    .resize(SEEN, SEEN, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const mask = foregroundOf({ data, width, height }, tolerance);
  return mask && { data: mask, width, height };
}
