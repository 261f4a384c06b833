/**
 * The type of a picture by its first bytes: what it is called, and what a server says it is, prove nothing.
 */
export type PictureType = {
  readonly kind: 'image' | 'vector';
  readonly mime: string;
  readonly ending: string;
};

const SIGNATURES: readonly { readonly at: number; readonly bytes: string; readonly type: PictureType }[] = [
  { at: 0, bytes: '89504e470d0a1a0a', type: { kind: 'image', mime: 'image/png', ending: 'png' } },
  { at: 0, bytes: 'ffd8ff', type: { kind: 'image', mime: 'image/jpeg', ending: 'jpeg' } },
  { at: 0, bytes: '474946383761', type: { kind: 'image', mime: 'image/gif', ending: 'gif' } },
  { at: 0, bytes: '474946383961', type: { kind: 'image', mime: 'image/gif', ending: 'gif' } },
  { at: 8, bytes: '57454250', type: { kind: 'image', mime: 'image/webp', ending: 'webp' } },
  { at: 4, bytes: '6674797061766966', type: { kind: 'image', mime: 'image/avif', ending: 'avif' } },
  { at: 4, bytes: '6674797061766973', type: { kind: 'image', mime: 'image/avif', ending: 'avif' } },
];
const SVG: PictureType = { kind: 'vector', mime: 'image/svg+xml', ending: 'svg' };

// Before the root element may stand a byte order mark, a declaration, comments, a document type and space.
const SVG_START =
  /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>\s*)*<svg[\s>]/i;

/** `undefined`: no picture of a kind that is taken (PNG, JPEG, GIF, WebP, AVIF, SVG). */
export function sniffPicture(data: Buffer): PictureType | undefined {
  const found = SIGNATURES.find(({ at, bytes }) => data.toString('hex', at, at + bytes.length / 2) === bytes);
  if (found) return found.type;
  return SVG_START.test(data.toString('utf8', 0, 4096)) ? SVG : undefined;
}
