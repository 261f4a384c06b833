import { readProductsByHandle } from '../../modules/catalog/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import { beginRecord, endRecord } from '../removal/record.ts';
import { scenePicture } from '../world/collections.ts';
import { demoWorld, type World } from '../world/demo-world.ts';
import type { WorldPicture, WorldProduct } from '../world/world.ts';
import { saveCollections } from './save-collections.ts';
import { saveContent } from './save-content.ts';
import { saveDelivery } from './save-delivery.ts';
import { savePaymentMethods } from './save-payment-methods.ts';
import { saveWorldProducts } from './save-products.ts';
import { savePromotions } from './save-promotions.ts';
import { saveRelations } from './save-relations.ts';
import { saveSearchWords } from './save-search-words.ts';
import { saveSettings } from './save-settings.ts';
import { saveSuppliers } from './save-suppliers.ts';
import { saveTaxes } from './save-taxes.ts';
import { saveTaxonomy } from './save-taxonomy.ts';
import { storeDownloads } from './store-downloads.ts';
import { storePictures } from './store-pictures.ts';

/** Told once a step, in words for a person who waits. */
export type SeedProgress = (line: string) => void;

export type SeedInput = {
  readonly connection: Connection;
  readonly files: FileStore;
  readonly now: Temporal.Instant;
  readonly seed: number;
  readonly progress?: SeedProgress;
};

/**
 * Opens the demo shop: writes `demoWorld(seed)` through the modules' front doors, in transactions that each leave a
 * whole. What is there already stays as it is, so a second run changes nothing and a killed one goes on.
 */
export async function seedDemo(input: SeedInput): Promise<void> {
  const { connection, now } = input;
  const say = input.progress ?? (() => undefined);
  const world = demoWorld(input.seed);
  const { products, collections } = world;
  await beginRecord(connection, now);
  say('Describing the shop, its markets, brands and categories …');
  await saveSettings(connection, world);
  await saveTaxes(connection);
  await saveDelivery(connection);
  await savePaymentMethods(connection);
  await savePromotions(connection, now);
  await saveTaxonomy(connection, world, now);
  const missing = await missingProducts(connection, products);
  const drawings = [...scenesOf(world), ...missing.flatMap((product) => product.pictures)];
  say(`Drawing ${drawings.length} pictures …`);
  const media = { db: connection.db, files: input.files };
  const pictures = await storePictures(media, drawings);
  const downloads = await storeDownloads(media, missing);
  say(`Putting ${missing.length} products on the shelves …`);
  await saveWorldProducts(connection, { products: missing, pictures, downloads, now });
  const productIds = await saveRelations(connection, products);
  say(`Arranging ${collections.length} collections, the menus and the home page …`);
  await saveCollections(connection, { collections, productIds, pictures, now });
  await saveContent(connection, { world, pictures, now });
  await saveSearchWords(connection, world, productIds);
  await saveSuppliers(connection, { products, seed: input.seed, now });
  await endRecord(connection);
}

async function missingProducts(
  connection: Connection,
  products: readonly WorldProduct[],
): Promise<WorldProduct[]> {
  const handles = products.map((product) => product.handle);
  const known = await readProductsByHandle(connection.db, handles);
  return products.filter((product) => !known.has(product.handle));
}

/** Every scene that a collection, a menu or the home page shows. */
function scenesOf(world: World): WorldPicture[] {
  const sections = world.home.flatMap((section) => [
    ...('scene' in section ? [section.scene] : []),
    ...('secondScene' in section ? [section.secondScene] : []),
  ]);
  const menus = Object.values(world.menus).flatMap((items) => items.flatMap((item) => item.scene ?? []));
  const named = [...sections, ...menus].map((scene) => scenePicture(scene, `${scene} | ${scene}`));
  return [...world.collections.map((collection) => collection.picture), ...named];
}
