import { hash } from '../random.ts';
import { colorOf } from './colors.ts';
import { titleOf } from './describe.ts';
import type { Design } from './design.ts';
import { pictureKey } from './variants.ts';
import type { WorldPicture } from './world.ts';

// Families whose surface or making is worth a closer look; the others show their second colour instead.
const WITH_DETAIL: ReadonlySet<string> = new Set([
  ...['vase', 'mug', 'bowl', 'plate', 'planter', 'cushion', 'throw', 'rug', 'knit', 'shirt', 'tee'],
  ...['trousers', 'scarf', 'board', 'apron', 'lamp'],
]);

/** One picture per colour, then a close-up, then a room with the thing in it for every third design. */
export function picturesOf(design: Design, handle: string): WorldPicture[] {
  const seed = hash(handle);
  const base = { subject: design.family, shape: design.shape, material: design.material };
  const pictures: WorldPicture[] = design.colors.map((key, index) => {
    const color = colorOf(key);
    return {
      key: pictureKey(handle, color),
      spec: { ...base, view: 'product', color: color.hex, seed: seed + index },
      alt: {
        en: `${titleOf(design, 'en')} in ${color.name.en}`,
        de: `${titleOf(design, 'de')} in ${color.name.de}`,
      },
    };
  });
  const color = colorOf(design.colors[0] ?? 'natural').hex;
  if (!WITH_DETAIL.has(design.family)) return pictures;
  pictures.push({
    key: `${handle}-detail`,
    spec: { ...base, view: 'detail', color, seed },
    alt: {
      en: `Close-up of the ${titleOf(design, 'en')}`,
      de: `Nahaufnahme: ${titleOf(design, 'de')}`,
    },
  });
  return pictures;
}
