/**
 * Colour arithmetic in OKLab (Björn Ottosson, "A perceptual color space for image processing", 2020), where a step
 * in lightness looks as large on blue as on yellow; shading in sRGB would turn muddy.
 */
type Lab = readonly [lightness: number, a: number, b: number];

/** `weight` of `other` mixed into `color`: 0 leaves it, 1 replaces it. Both and the result are `#rrggbb`. */
export function mix(color: string, other: string, weight: number): string {
  const [from, to] = [toLab(color), toLab(other)];
  return toHex([
    from[0] + (to[0] - from[0]) * weight,
    from[1] + (to[1] - from[1]) * weight,
    from[2] + (to[2] - from[2]) * weight,
  ]);
}

/** Lighter for a positive `step`, darker for a negative one; 0.1 is a clearly visible difference. */
export function shade(color: string, step: number): string {
  const [lightness, a, b] = toLab(color);
  const next = Math.min(0.99, Math.max(0.06, lightness + step));
  // Shadows keep more of their colour than lights, which wash out towards the lamp.
  const chroma = step > 0 ? 1 - step * 0.6 : 1 + Math.min(0.25, -step * 0.5);
  return toHex([next, a * chroma, b * chroma]);
}

/** From 0 (black) to 1 (white), as it looks. */
export function lightness(color: string): number {
  return toLab(color)[0];
}

function toLab(hex: string): Lab {
  const value = Number.parseInt(hex.slice(1), 16);
  const r = linear((value >> 16) / 255);
  const g = linear(((value >> 8) & 255) / 255);
  const b = linear((value & 255) / 255);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toHex([lightness, a, b]: Lab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map((channel) => byte(gamma(channel)).toString(16).padStart(2, '0')).join('')}`;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function gamma(channel: number): number {
  const bounded = Math.min(1, Math.max(0, channel));
  return bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * bounded ** (1 / 2.4) - 0.055;
}

function byte(channel: number): number {
  return Math.round(channel * 255);
}
