import { labOf } from './lab.ts';

/** Pixels of a picture: red, green, blue for each, row after row. */
export type Pixels = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/**
 * What of a picture is background, where that is plain: all that is connected to its border and as near to the border's
 * own colour as `tolerance` (CIE76 distance in Lab), found by a flood from the border. 255 is foreground, 0 background.
 *
 * @returns `undefined` where less than half of the border has one colour: such a background is not plain
 */
export function foregroundOf(pixels: Pixels, tolerance: number): Uint8Array | undefined {
  const { width, height } = pixels;
  const near = nearness(pixels, tolerance);
  const border = borderOf(width, height);
  const plain = border.filter((place) => near[place] === 1);
  if (plain.length * 2 < border.length) return undefined;
  const mask = new Uint8Array(width * height).fill(255);
  flood(mask, near, plain, width, height);
  return mask;
}

/** 1 where a pixel has the border's colour. */
function nearness(pixels: Pixels, tolerance: number): Uint8Array {
  const { data, width, height } = pixels;
  const [l, a, b] = borderColour(pixels);
  const near = new Uint8Array(width * height);
  const known = new Map<number, 0 | 1>();
  for (let place = 0; place < near.length; place += 1) {
    const [red = 0, green = 0, blue = 0] = [data[place * 3], data[place * 3 + 1], data[place * 3 + 2]];
    const key = (red << 16) | (green << 8) | blue;
    let isNear = known.get(key);
    if (isNear === undefined) {
      const [ownL, ownA, ownB] = labOf(red, green, blue);
      isNear = Math.hypot(ownL - l, ownA - a, ownB - b) <= tolerance ? 1 : 0;
      known.set(key, isNear);
    }
    near[place] = isNear;
  }
  return near;
}

/** The median of the border in each channel: a product that touches the edge does not move it. */
function borderColour({ data, width, height }: Pixels): readonly [number, number, number] {
  const border = borderOf(width, height);
  const median = (channel: number) => {
    const values = border
      .map((place) => data[place * 3 + channel] ?? 0)
      .toSorted((one, other) => one - other);
    return values[values.length >> 1] ?? 0;
  };
  return labOf(median(0), median(1), median(2));
}

function borderOf(width: number, height: number): number[] {
  const places: number[] = [];
  for (let x = 0; x < width; x += 1) places.push(x, (height - 1) * width + x);
  for (let y = 1; y < height - 1; y += 1) places.push(y * width, y * width + width - 1);
  return places;
}

function flood(
  mask: Uint8Array,
  near: Uint8Array,
  seeds: readonly number[],
  width: number,
  height: number,
): void {
  const queue = new Int32Array(mask.length);
  let end = 0;
  const reach = (place: number): void => {
    if (near[place] !== 1 || mask[place] === 0) return;
    mask[place] = 0;
    queue[end] = place;
    end += 1;
  };
  for (const place of seeds) reach(place);
  for (let next = 0; next < end; next += 1) {
    const place = queue[next] ?? 0;
    const x = place % width;
    if (x > 0) reach(place - 1);
    if (x < width - 1) reach(place + 1);
    if (place >= width) reach(place - width);
    if (place < (height - 1) * width) reach(place + width);
  }
}
