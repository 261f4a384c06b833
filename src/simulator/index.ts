export { CATALOGUE_COLUMNS, writeCatalogueCsv } from './catalogue/csv.ts';
export {
  type GeneratedProduct,
  type GeneratedVariant,
  generateProducts,
  PICTURE_POOL,
} from './catalogue/generate.ts';
export { drawPicture } from './pictures/compose.ts';
export type { PictureSpec } from './pictures/spec.ts';
export { hash, type Random, randomFor } from './random.ts';
export { type DemoPart, readDemoData } from './removal/demo-data.ts';
export { beginRemoval, removeDemo } from './removal/remove-demo.ts';
export { isDemoWanted } from './seed/is-demo-wanted.ts';
export { type SeedInput, type SeedProgress, seedDemo } from './seed/seed-demo.ts';
export { seedMany } from './seed/seed-many.ts';
export { demoWorld, type World } from './world/demo-world.ts';
export type { WorldPrice, WorldProduct, WorldVariant } from './world/world.ts';
