import { expectOk, localeOf } from '../../kernel/index.ts';
import {
  type Category,
  type EntityTexts,
  readAttributeDefinitions,
  readBrands,
  readCategories,
  saveAttributeDefinition,
  saveBrand,
  saveCategory,
  setManyTranslations,
} from '../../modules/catalog/index.ts';
import type { Connection, Tx } from '../../platform/database/index.ts';
import type { World } from '../world/demo-world.ts';
import { transact } from './transact.ts';

const GERMAN = localeOf('de');

/** Attribute definitions, brands and categories that are not there yet, with their German. */
export async function saveTaxonomy(
  connection: Connection,
  world: World,
  now: Temporal.Instant,
): Promise<void> {
  await transact(connection, async (tx) => {
    await saveAttributes(tx, world);
    await saveBrands(tx, world, now);
    await saveCategories(tx, world);
  });
}

async function saveAttributes(tx: Tx, world: World): Promise<void> {
  const texts: EntityTexts[] = [];
  const known = new Set((await readAttributeDefinitions(tx)).map((definition) => definition.key));
  for (const [position, attribute] of world.attributes.entries()) {
    if (known.has(attribute.key)) continue;
    const choices = attribute.choices.map((choice) => choice.en);
    expectOk(await saveAttributeDefinition(tx, { ...attribute, name: attribute.name.en, choices, position }));
    const fields = Object.fromEntries([
      ['name', attribute.name.de],
      ...attribute.choices.map((choice) => [`choice:${choice.en}`, choice.de]),
    ]);
    texts.push({ entity: 'attribute', entityId: attribute.key, locale: GERMAN, fields });
  }
  for (const done of await setManyTranslations(tx, texts)) expectOk(done);
}

async function saveBrands(tx: Tx, world: World, now: Temporal.Instant): Promise<void> {
  const texts: EntityTexts[] = [];
  const known = new Set((await readBrands(tx)).map((brand) => brand.handle));
  for (const { handle, name, descriptionHtml } of world.brands) {
    if (known.has(handle)) continue;
    const brand = expectOk(await saveBrand(tx, { handle, name, descriptionHtml: descriptionHtml.en, now }));
    const fields = { description_html: descriptionHtml.de };
    texts.push({ entity: 'brand', entityId: brand.id, locale: GERMAN, fields });
  }
  for (const done of await setManyTranslations(tx, texts)) expectOk(done);
}

async function saveCategories(tx: Tx, world: World): Promise<void> {
  const texts: EntityTexts[] = [];
  const tree: Category[] = await readCategories(tx);
  for (const { path, german, description } of world.categories) {
    const parent = path.length === 1 ? undefined : findByNames(tree, path.slice(0, -1));
    if (findByNames(tree, path) !== undefined) continue;
    const category = expectOk(
      await saveCategory(tx, {
        name: path.at(-1) ?? '',
        parentId: parent?.id,
        descriptionHtml: `<p>${description.en}</p>`,
      }),
    );
    tree.push(category);
    const fields = { name: german, description_html: `<p>${description.de}</p>` };
    texts.push({ entity: 'category', entityId: category.id, locale: GERMAN, fields });
  }
  for (const done of await setManyTranslations(tx, texts)) expectOk(done);
}

function findByNames(tree: readonly Category[], names: readonly string[]): Category | undefined {
  let found: Category | undefined;
  for (const name of names) {
    const parentId: Category['parentId'] = found?.id;
    found = tree.find((category) => category.name === name && category.parentId === parentId);
    if (found === undefined) return undefined;
  }
  return found;
}
