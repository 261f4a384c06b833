import type { Tx } from '../../../platform/database/index.ts';
import {
  type DigitalFile,
  type ProductId,
  readDigitalFiles,
  setDigitalFiles,
  setManyTranslations,
  type VariantId,
} from '../../catalog/index.ts';
import { addRedirects } from '../../content/index.ts';
import type { Issue } from '../issue.ts';
import type { Assets } from './pictures.ts';
import { type Saved, variantsOf } from './saved.ts';

type ExtraInput = { readonly assets: Assets };

/** Saves the translations; gives the products whose texts changed. */
export async function saveTexts(
  tx: Tx,
  saved: readonly Saved[],
  input: ExtraInput,
  issues: Issue[],
): Promise<Set<ProductId>> {
  const wanted = saved.flatMap(({ record, product }) =>
    record.translations.map(({ locale, fields }) => ({
      line: record.line,
      id: product.id,
      texts: {
        entity: 'product' as const,
        entityId: product.id,
        locale,
        fields: withAssetIds(fields, input.assets),
      },
    })),
  );
  const done = await setManyTranslations(
    tx,
    wanted.map(({ texts }) => texts),
  );
  const changed = new Set<ProductId>();
  for (const [place, { line, id, texts }] of wanted.entries()) {
    const answer = done[place];
    if (answer?.ok === true && answer.value.isChanged) changed.add(id);
    if (answer?.ok !== false) continue;
    const { code, message } = answer.refusal;
    const what = `Translation to ${texts.locale}: ${message}.`;
    issues.push({ line, column: undefined, severity: 'warning', code, message: what });
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
      if (typeof assetId === 'string') return [{ assetId, name, downloadLimit, expiryDays }];
      const problem = assetId?.problem ?? 'it was not looked for';
      issues.push({
        line: variant.line,
        column: 'downloads',
        severity: 'warning',
        code: 'download_missing',
        message: `The download "${file.source.slice(0, 200)}" is left out: ${problem}.`,
      });
      return [];
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
