import type { Locale } from '../../kernel/index.ts';
import {
  readMenu,
  readPage,
  readPages,
  readSections,
  readSizeTables,
  removePage,
  removeSizeTable,
  saveMenu,
  saveSections,
} from '../../modules/content/index.ts';
import { readShop } from '../../modules/markets/index.ts';
import {
  readSearchRules,
  readSynonyms,
  removeSearchRule,
  removeSynonym,
} from '../../modules/search/index.ts';
import type { Db } from '../../platform/database/index.ts';
import { MENUS } from '../world/menus.ts';
import { type Part, type Present, printOf } from './part.ts';

const HOME = 'home';

const home: Part = {
  kind: 'home',
  read: async (db) => {
    const sections = await readSections(db, HOME, await localeOf(db));
    return sections.length === 0 ? new Map() : new Map([[HOME, { label: HOME, print: printOf(sections) }]]);
  },
  remove: async (tx, _, now) => {
    await saveSections(tx, { handle: HOME, sections: [], now });
    return undefined;
  },
};

const menus: Part = {
  kind: 'menu',
  read: async (db) => {
    const found = new Map<string, Present>();
    for (const handle of Object.keys(MENUS)) {
      const items = await readMenu(db, handle, await localeOf(db));
      if (items.length > 0) found.set(handle, { label: handle, print: printOf(items) });
    }
    return found;
  },
  remove: async (tx, handle, now) => {
    await saveMenu(tx, { handle, items: [], now });
    return undefined;
  },
};

const pages: Part = {
  kind: 'page',
  read: async (db) => {
    const found = new Map<string, Present>();
    const locale = await localeOf(db);
    for (const { handle, title } of await readPages(db)) {
      const { updatedAt: _, ...page } = (await readPage(db, { handle, locale })) ?? { updatedAt: undefined };
      found.set(handle, { label: title, print: printOf(page) });
    }
    return found;
  },
  remove: async (tx, handle) => {
    const removed = await removePage(tx, { handle });
    return removed.ok ? undefined : 'in_use';
  },
};

const sizeTables: Part = {
  kind: 'size_table',
  read: async (db) =>
    new Map(
      (await readSizeTables(db)).map((table) => [
        table.id,
        { label: table.name.text, print: printOf(table) },
      ]),
    ),
  remove: async (tx, key) => {
    const table = (await readSizeTables(tx)).find(({ id }) => id === key);
    if (table !== undefined) await removeSizeTable(tx, { id: table.id });
    return undefined;
  },
};

const synonyms: Part = {
  kind: 'synonym',
  read: async (db) =>
    new Map(
      (await readSynonyms(db)).map((synonym) => {
        const { id, words } = synonym;
        return [id, { label: words.join(', '), print: printOf(synonym) }];
      }),
    ),
  remove: async (tx, id) => {
    await removeSynonym(tx, id);
    return undefined;
  },
};

const searchRules: Part = {
  kind: 'search_rule',
  read: async (db) =>
    new Map(
      (await readSearchRules(db)).map((rule) => [rule.id, { label: rule.query, print: printOf(rule) }]),
    ),
  remove: async (tx, id) => {
    await removeSearchRule(tx, id);
    return undefined;
  },
};

export const PAGES: readonly Part[] = [home, menus, pages, sizeTables, synonyms, searchRules];

async function localeOf(db: Db): Promise<Locale> {
  return (await readShop(db)).defaultLocale;
}
