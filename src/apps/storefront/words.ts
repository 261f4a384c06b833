import { type Locale, parseId } from '../../kernel/index.ts';
import type { Brand } from '../../modules/catalog/index.ts';
import {
  type MenuItem as Entry,
  readMenu,
  readNotice,
  readSections,
  type Section,
} from '../../modules/content/index.ts';
import { readPictures } from '../../modules/media/index.ts';
import type { Collection } from '../../modules/merchandising/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { MenuItem, PictureModel } from './model/index.ts';
import { hrefTo } from './pages/link.ts';
import type { Site } from './site.ts';

/** The shop's own words in one language, with the pictures that stand beside them. */
export type Words = Pick<
  Site,
  'mainMenu' | 'footerMenus' | 'notice' | 'homeSections' | 'delivery' | 'pictures'
>;

export async function readWords(
  db: Db,
  site: {
    readonly locale: Locale;
    readonly to: (path: string) => string;
    readonly collections: readonly Collection[];
    readonly brands: readonly Brand[];
  },
  now: Temporal.Instant,
): Promise<Words> {
  const { locale, to } = site;
  const [main, footer, homeSections, productSections, notice] = await Promise.all([
    readMenu(db, 'main', locale),
    readMenu(db, 'footer', locale),
    readSections(db, 'home', locale),
    readSections(db, 'product', locale),
    readNotice(db, locale, now),
  ]);
  const pictures = await readPictureModels(db, [
    ...[...main, ...footer].flatMap(assetsOfEntry),
    ...homeSections.flatMap(assetsOfSection),
    ...site.collections.flatMap(({ assetId }) => assetId ?? []),
    ...site.brands.flatMap(({ logoAssetId }) => logoAssetId ?? []),
  ]);
  const drawn = (entries: readonly Entry[]) => entries.map((entry) => menuItem(entry, pictures, to));
  return {
    mainMenu: drawn(main),
    footerMenus: drawn(footer),
    notice: notice?.text,
    homeSections,
    delivery: deliveryOf(productSections.length > 0 ? productSections : homeSections),
    pictures,
  };
}

/** What a product page says of delivery and returns: its own promises, else those of the home page. */
function deliveryOf(sections: readonly Section[]): Site['delivery'] {
  return sections
    .flatMap((section) => (section.kind === 'promises' ? section.items : []))
    .filter(({ icon }) => icon === 'delivery' || icon === 'returns')
    .map(({ title, text }) => ({ title, text }));
}

export async function readPictureModels(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PictureModel>> {
  const assetIds = [...new Set(ids)].flatMap((id) => parseId<'asset'>(id) ?? []);
  const pictures = await readPictures(db, assetIds);
  return new Map(
    [...pictures].map(([id, { assetId, width, height, placeholderColor }]) => {
      // Beside its title on every page: decoration to who cannot see it.
      return [id, { assetId, width, height, color: placeholderColor, alt: '' }];
    }),
  );
}

function assetsOfEntry(entry: Entry): string[] {
  return [...(entry.assetId === undefined ? [] : [entry.assetId]), ...entry.children.flatMap(assetsOfEntry)];
}

function assetsOfSection(section: Section): string[] {
  const pictures = [
    'picture' in section ? section.picture : undefined,
    'secondPicture' in section ? section.secondPicture : undefined,
  ];
  return pictures.flatMap((picture) => picture?.assetId ?? []);
}

function menuItem(
  entry: Entry,
  pictures: ReadonlyMap<string, PictureModel>,
  to: (path: string) => string,
): MenuItem {
  const picture = entry.assetId === undefined ? undefined : pictures.get(entry.assetId);
  return {
    title: entry.title,
    href: hrefTo(entry.path, to),
    ...(picture === undefined ? {} : { picture }),
    children: entry.children.map((child) => menuItem(child, pictures, to)),
  };
}
