import sharp from 'sharp';
import type { PictureModel } from '../../src/apps/storefront/model/index.ts';
import { demoWorld } from '../../src/simulator/index.ts';
import { drawPicture } from '../../src/simulator/pictures/compose.ts';
import type { PictureSpec } from '../../src/simulator/pictures/spec.ts';

type Drawn = { readonly spec: PictureSpec; readonly alt: string };

const PICTURES: ReadonlyMap<string, Drawn> = new Map(
  demoWorld(1)
    .products.flatMap(({ pictures }) => pictures)
    .map(({ key, spec, alt }) => [key, { spec, alt: alt.en }]),
);

/** The picture at `index` of the demo shop's drawings of a family: `aPicture('vase', 2)`. */
export function aPicture(family: string, index: number): PictureModel {
  const keys = [...PICTURES].filter(([, { spec }]) => spec.subject === family && spec.view === 'product');
  const [key, drawn] = keys[index % keys.length] ?? [];
  if (key === undefined || drawn === undefined) throw new RangeError(`nothing is drawn of "${family}"`);
  return { assetId: key, width: 1600, height: 2000, color: '#d9d4c9', alt: drawn.alt };
}

/** A wide picture of several things: `aScene('morning')`. */
export function aScene(name: string): PictureModel {
  return { assetId: `scene-${name}`, width: 2400, height: 1350, color: '#d9cdb9', alt: `The scene ${name}` };
}

/** The picture that `/media/{assetId}/{width}.{format}` asks for. */
export async function drawnPicture(assetId: string, width: number, format: string): Promise<Buffer> {
  const image = sharp(Buffer.from(svgOf(assetId))).resize({ width });
  return (format === 'avif' ? image.avif({ effort: 0 }) : image.webp({ effort: 0 })).toBuffer();
}

/** A picture of nothing: for tests that look at everything but pictures, a hundred times faster to make. */
export async function blankPicture(): Promise<Buffer> {
  blank ??= sharp({ create: { width: 16, height: 20, channels: 3, background: '#b4633c' } })
    .webp()
    .toBuffer();
  return blank;
}

let blank: Promise<Buffer> | undefined;
const drawings = new Map<string, string>();

function svgOf(assetId: string): string {
  const known = drawings.get(assetId);
  if (known) return known;
  const svg = drawPicture(PICTURES.get(assetId)?.spec ?? sceneSpec(assetId.replace('scene-', '')));
  drawings.set(assetId, svg);
  return svg;
}

function sceneSpec(subject: string): PictureSpec {
  return { view: 'scene', subject, shape: '', material: '', color: '#ffffff', seed: 1 };
}
