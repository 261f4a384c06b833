import type { Tx } from '../../../platform/database/index.ts';
import {
  type DigitalFile,
  type ProductId,
  readDigitalFiles,
  readTranslations,
  setDigitalFiles,
  setTranslations,
  type VariantId,
} from '../../catalog/index.ts';
import { addRedirects } from '../../content/index.ts';
import type { Issue } from '../issue.ts';
import type { Assets } from './pictures.ts';
import { type Saved, variantsOf } from './saved.ts';

type ExtraInput = { readonly assets: Assets };

/** Saves the translations that differ from what is there; gives the products whose texts changed. */
export async function saveTexts(
  tx: Tx,
  saved: readonly Saved[],
  input: ExtraInput,
  issues: Issue[],
): Promise<Set<ProductId>> {
  const changed = new Set<ProductId>();
  const locales = new Set(saved.flatMap(({ record }) => record.translations.map(({ locale }) => locale)));
  for (const locale of locales) {
    const entityIds = saved.map(({ product }) => product.id);
    const there = await readTranslations(tx, { entity: 'product', entityIds, locale });
    for (const { record, product } of saved) {
      const wanted = record.translations.find((translation) => translation.locale === locale);
      if (wanted === undefined) continue;
      const fields = withAssetIds(wanted.fields, input.assets);
      const before = there.get(product.id) ?? {};
      if (Object.entries(fields).every(([field, value]) => value === (before[field] ?? ''))) continue;
      const done = await setTranslations(tx, { entity: 'product', entityId: product.id, locale, fields });
      if (done.ok) changed.add(product.id);
      else {
        const { code, message } = done.refusal;
        issues.push({
          line: record.line,
          column: undefined,
          severity: 'warning',
          code,
          message: `Translation to ${locale}: ${message}.`,
        });
      }
    }
  }
  return changed;
}

// `alt:SOURCE` of a file is `alt:ASSET` of the shop; one without its picture has nothing to describe.
function withAssetIds(fields: Readonly<Record<string, string>>, assets: Assets): Record<string, string> {
  const entries = Object.entries(fields).flatMap(([field, value]): [string, string][] => {
    if (!field.startsWith('alt:')) return [[field, value]];
    const asset = assets.get(field.slice('alt:'.length));
    return typeof asset === 'string' ? [[`alt:${asset}`, value]] : [];
  });
  return Object.fromEntries(entries);
}

/** Saves what buyers may download where it differs; gives the variants whose downloads changed. */
export async function saveDownloads(
  tx: Tx,
  saved: readonly Saved[],
  input: ExtraInput,
  issues: Issue[],
): Promise<VariantId[]> {
  const listing = [...variantsOf(saved)].filter(({ variant }) => variant.files !== undefined);
  const there = await readDigitalFiles(
    tx,
    listing.map(({ id }) => id),
  );
  const changed: VariantId[] = [];
  for (const { id, variant } of listing) {
    const files = (variant.files ?? []).flatMap((file): DigitalFile[] => {
      const assetId = input.assets.get(file.source);
      const { name, downloadLimit, expiryDays } = file;
      return typeof assetId === 'string' ? [{ assetId, name, downloadLimit, expiryDays }] : [];
    });
    if (JSON.stringify(files.map(listed)) === JSON.stringify((there.get(id) ?? []).map(listed))) continue;
    const done = await setDigitalFiles(tx, id, files);
    if (done.ok) changed.push(id);
    else
      issues.push({
        line: variant.line,
        column: 'downloads',
        severity: 'warning',
        code: done.refusal.code,
        message: done.refusal.message,
      });
  }
  return changed;
}

function listed(file: DigitalFile): readonly (string | number | null)[] {
  return [file.assetId, file.name, file.downloadLimit ?? null, file.expiryDays ?? null];
}

/** The old shop's addresses lead to the products' pages, so that links and rankings survive the move. */
export async function saveOldPaths(tx: Tx, saved: readonly Saved[]): Promise<void> {
  const redirects = saved.flatMap(({ record, product }) => {
    const target = `/products/${product.handle}`;
    const moved =
      record.isHandleGiven && record.handle !== product.handle ? [`/products/${record.handle}`] : [];
    return [...record.oldPaths, ...moved].filter((path) => path !== target).map((path) => ({ path, target }));
  });
  if (redirects.length > 0) await addRedirects(tx, redirects);
}
