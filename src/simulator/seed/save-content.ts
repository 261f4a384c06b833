import { expectOk } from '../../kernel/index.ts';
import {
  type LocalTextDraft,
  type MenuItemDraft,
  readSizeTables,
  type SectionDraft,
  saveMenu,
  savePage,
  saveSections,
  saveSizeTable,
} from '../../modules/content/index.ts';
import type { Connection, Tx } from '../../platform/database/index.ts';
import type { World } from '../world/demo-world.ts';
import type { WorldMenuItem } from '../world/menus.ts';
import type { WorldSection } from '../world/sections.ts';
import type { Text } from '../world/text.ts';
import type { Pictures } from './save-products.ts';
import { transact } from './transact.ts';

/** Pages, menus, the home page and size tables, in both languages. */
export async function saveContent(
  connection: Connection,
  input: { readonly world: World; readonly pictures: Pictures; readonly now: Temporal.Instant },
): Promise<void> {
  const { world, pictures, now } = input;
  await transact(connection, async (tx) => {
    for (const { handle, title, bodyHtml } of world.pages) {
      const translations = { de: { title: title.de, bodyHtml: bodyHtml.de } };
      const page = { handle, title: title.en, bodyHtml: bodyHtml.en, translations };
      expectOk(await savePage(tx, { page, now }));
    }
    for (const [handle, items] of Object.entries(world.menus)) {
      expectOk(await saveMenu(tx, { handle, items: items.map((item) => menuItem(item, pictures)), now }));
    }
    const sections = world.home.map((section) => sectionDraft(section, world, pictures));
    expectOk(await saveSections(tx, { handle: 'home', sections, now }));
    await saveSizeTables(tx, world);
  });
}

async function saveSizeTables(tx: Tx, world: World): Promise<void> {
  const known = new Set((await readSizeTables(tx)).map((table) => table.categoryPath));
  for (const { name, categoryPath, columns, rows } of world.sizeTables) {
    if (known.has(categoryPath)) continue;
    const table = {
      name: local(name),
      categoryPath,
      columns: columns.map(local),
      rows: rows.map((row) => [...row]),
    };
    expectOk(await saveSizeTable(tx, { table }));
  }
}

function menuItem(item: WorldMenuItem, pictures: Pictures): MenuItemDraft {
  const assetId = pictures.get(`scene-${item.scene}`);
  const children = item.children.map((child) => menuItem(child, pictures));
  const own = { title: local(item.title), path: item.path, children };
  return assetId === undefined ? own : { ...own, assetId };
}

function sectionDraft(section: WorldSection, world: World, pictures: Pictures): SectionDraft {
  const action = (own: { readonly title: Text; readonly path: string }) => ({
    title: local(own.title),
    path: own.path,
  });
  const picture = (scene: string, alt: Text) => {
    const assetId = pictures.get(`scene-${scene}`);
    return assetId === undefined ? undefined : { assetId, alt: local(alt) };
  };
  switch (section.kind) {
    case 'hero':
      return {
        kind: 'hero',
        eyebrow: local(section.eyebrow),
        title: local(section.title),
        text: local(section.text),
        action: action(section.action),
        picture: picture(section.scene, section.title),
        secondPicture: picture(section.secondScene, section.title),
      };
    case 'products':
      return { ...section, title: local(section.title), text: local(section.text) };
    case 'collections':
      return {
        kind: 'collections',
        title: local(section.title),
        items: section.handles.map((handle) => ({ handle })),
      };
    case 'editorial':
      return {
        kind: 'editorial',
        title: local(section.title),
        html: local(section.html),
        action: action(section.action),
        picture: picture(section.scene, section.title),
      };
    case 'promises':
      return {
        kind: 'promises',
        items: section.items.map((item) => ({ ...item, title: local(item.title), text: local(item.text) })),
      };
    case 'brands':
      return {
        kind: 'brands',
        title: local(section.title),
        handles: world.brands.map((brand) => brand.handle),
      };
  }
}

function local(text: Text): Exclude<LocalTextDraft, string> {
  return { text: text.en, translations: { de: text.de } };
}
