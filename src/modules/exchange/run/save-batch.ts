import type { Tx } from '../../../platform/database/index.ts';
import {
  type AttributeDefinition,
  type ProductDraft,
  type ProductId,
  saveAttributeDefinition,
  saveProducts,
  type VariantId,
} from '../../catalog/index.ts';
import type { Issue } from '../issue.ts';
import type { LinkRecord, ProductRecord, VariantRecord } from '../record.ts';
import { draftOf, sourcesOf } from './drafts.ts';
import type { ImportCounts } from './import-run.ts';
import type { Assets, Pictures } from './pictures.ts';
import { resolveHandles, type SeenInFile } from './resolve-handles.ts';
import { saveDownloads, saveOldPaths, saveTexts } from './save-extras.ts';
import { savePolicies, savePrices, saveStock } from './save-offers.ts';
import type { Saved } from './saved.ts';
import { readDefinitions, type Setting } from './setting.ts';

export type BatchInput = {
  readonly records: readonly ProductRecord[];
  readonly now: Temporal.Instant;
  readonly setting: Setting;
  readonly seen: SeenInFile;
  readonly pictures: Pictures;
  /** Attributes that the file's header defines. */
  readonly definitions: readonly AttributeDefinition[];
  /** Kept with stock movements: which import it was. */
  readonly reference: string;
};

export type BatchResult = {
  readonly counts: ImportCounts;
  readonly issues: readonly Issue[];
  readonly linked: readonly LinkedProduct[];
};

/** A product whose links to others wait until all products are in. */
export type LinkedProduct = {
  readonly id: ProductId;
  readonly line: number;
  readonly links: readonly LinkRecord[];
  readonly bundles: readonly {
    readonly variantId: VariantId;
    readonly line: number;
    readonly parts: NonNullable<VariantRecord['components']>;
  }[];
};

type Ready = { readonly record: ProductRecord; readonly draft: ProductDraft };

/**
 * Saves a batch of records with all that belongs to them, in the caller's transaction. A product with any
 * error is left out whole, since half a product is worse than none: it would be sold with the wrong sizes or
 * no price. The other products of the batch go in.
 */
export async function saveBatch(tx: Tx, input: BatchInput): Promise<BatchResult> {
  const issues: Issue[] = [];
  await define(tx, input);
  const { ready, assets } = await readyDrafts(tx, input, issues);
  const results = await saveProducts(tx, {
    drafts: ready.map(({ draft }) => draft),
    now: input.now,
    cause: 'import',
    defineAttributes: true,
  });
  const saved = results.flatMap((product, place): Saved[] => {
    const record = ready[place]?.record;
    if (record === undefined) throw new RangeError('saveProducts answered for more drafts than it was given');
    if (!('refusal' in product)) return [{ record, product }];
    issues.push(refusalIssue(record, product.refusal));
    return [];
  });
  const changed = new Set<VariantId>([
    ...(await savePrices(tx, saved, input.now)),
    // Policies before levels, as everybody locks them.
    ...(await savePolicies(tx, saved)),
    ...(await saveStock(tx, saved, input, issues)),
    ...(await saveDownloads(tx, saved, { assets }, issues)),
  ]);
  const translated = await saveTexts(tx, saved, { assets }, issues);
  await saveOldPaths(tx, saved);
  if (ready.some(({ draft }) => hasNewAttribute(draft, input.setting)))
    input.setting.definitions = await readDefinitions(tx);
  return {
    counts: countsOf(saved, changed, translated, input.records.length),
    issues,
    linked: saved.flatMap(linkedOf),
  };
}

// What the file's own header says of an attribute holds where the shop has none of that key.
async function define(tx: Tx, { definitions, setting }: BatchInput): Promise<void> {
  const missing = definitions.filter(({ key }) => !setting.definitions.has(key));
  for (const definition of missing) {
    const saved = await saveAttributeDefinition(tx, { ...definition, position: setting.definitions.size });
    if (!saved.ok)
      throw new RangeError(`the attribute "${definition.name}" of the header: ${saved.refusal.message}`);
  }
  if (missing.length > 0) setting.definitions = await readDefinitions(tx);
}

function hasNewAttribute(draft: ProductDraft, setting: Setting): boolean {
  const keys = [draft, ...(draft.variants ?? [])].flatMap(({ attributes }) => Object.keys(attributes ?? {}));
  return keys.some((key) => !setting.definitions.has(key));
}

// A product whose texts stay but whose price or stock moves is an updated product to whoever reads the
// report.
function countsOf(
  saved: readonly Saved[],
  changed: ReadonlySet<VariantId>,
  translated: ReadonlySet<ProductId>,
  records: number,
): ImportCounts {
  const counts = { created: 0, updated: 0, unchanged: 0, skipped: records - saved.length };
  for (const { product } of saved) {
    const isTouched = translated.has(product.id) || product.variants.some(({ id }) => changed.has(id));
    counts[product.outcome === 'unchanged' && isTouched ? 'updated' : product.outcome] += 1;
  }
  return counts;
}

function linkedOf({ record, product }: Saved): LinkedProduct[] {
  const bundles = record.variants.flatMap((variant, place) => {
    const variantId = product.variants[place]?.id;
    return variantId === undefined || variant.components === undefined
      ? []
      : [{ variantId, line: variant.line, parts: variant.components }];
  });
  const isNew = product.outcome === 'created';
  const links = record.links.filter((link) => !isNew || link.handles.length + link.skus.length > 0);
  const kept = bundles.filter(({ parts }) => parts.length > 0);
  return links.length + kept.length === 0
    ? []
    : [{ id: product.id, line: record.line, links, bundles: kept }];
}

async function readyDrafts(
  tx: Tx,
  input: BatchInput,
  issues: Issue[],
): Promise<{ readonly ready: Ready[]; readonly assets: Assets }> {
  const sound = input.records.filter((record) => {
    issues.push(...record.issues);
    if (record.handle === '') {
      const message = 'The row has neither a handle nor a title.';
      issues.push({
        line: record.line,
        column: undefined,
        severity: 'error',
        code: 'title_missing',
        message,
      });
    }
    return record.handle !== '' && !record.issues.some((issue) => issue.severity === 'error');
  });
  const resolved = await resolveHandles(tx, { records: sound, seen: input.seen });
  const going = resolved.flatMap(({ record, handle, issues: found }) => {
    issues.push(...found);
    return handle === undefined ? [] : [{ record, handle }];
  });
  const assets = await input.pictures.find(tx, sourcesOf(going.map(({ record }) => record)));
  const ready = going.flatMap(({ record, handle }): Ready[] => {
    const made = draftOf(record, handle, assets, input.setting.definitions);
    issues.push(...made.issues);
    return made.issues.some((issue) => issue.severity === 'error') ? [] : [{ record, draft: made.draft }];
  });
  return { ready, assets };
}

// `variants[2].barcode` is the line of that variant and the column for people to look at.
function refusalIssue(
  record: ProductRecord,
  refusal: { readonly code: string; readonly message: string; readonly field?: string },
): Issue {
  const match = /^variants\[(\d+)\]/.exec(refusal.field ?? '');
  const line = match ? (record.variants[Number(match[1])]?.line ?? record.line) : record.line;
  const column = refusal.field?.split('.').at(-1);
  return { line, column, severity: 'error', code: refusal.code, message: refusal.message };
}
