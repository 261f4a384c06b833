import type { Db } from '../../../platform/database/index.ts';
import { findExistingHandles, findHandlesBySku } from '../../catalog/index.ts';
import type { Issue } from '../issue.ts';
import type { ProductRecord } from '../record.ts';

export type Resolved = {
  readonly record: ProductRecord;
  /** The handle of the product that the record creates or updates; undefined when it is refused. */
  readonly handle: string | undefined;
  readonly issues: readonly Issue[];
};

/** What an import has seen of its own file so far: nothing in it may be meant twice. */
export type SeenInFile = {
  /** Handles and SKUs to the line they stand in. */
  readonly handles: Map<string, number>;
  readonly skus: Map<string, number>;
  /** The old shop's SKUs of whole products to our handles. */
  readonly codes: Map<string, string>;
};

export function nothingSeen(): SeenInFile {
  return { handles: new Map(), skus: new Map(), codes: new Map() };
}

/**
 * Finds which product of the shop each record means: by its handle, else by its SKUs, never by a foreign id.
 * A handle that was made of a title updates a product only when that product's SKUs do not speak against it:
 * two shops may both sell a "Mug".
 */
export async function resolveHandles(
  db: Db,
  input: {
    readonly records: readonly ProductRecord[];
    readonly seen: SeenInFile;
  },
): Promise<Resolved[]> {
  const bySku = await findHandlesBySku(db, input.records.flatMap(skusOf));
  const ofSkus = input.records.map((record) => [
    ...new Set(skusOf(record).flatMap((sku) => bySku.get(sku) ?? [])),
  ]);
  const doubtful = input.records.filter((record, place) => isDoubtful(record, ofSkus[place] ?? []));
  const existing = await findExistingHandles(db, [...new Set(doubtful.map((record) => record.handle))]);
  return input.records.map((record, place) => {
    const owners = ofSkus[place] ?? [];
    const handle = handleOf(record, owners, existing);
    const issues = handle === undefined ? [titleTaken(record)] : seenIssues(record, handle, input.seen);
    if (handle !== undefined && record.code !== undefined) input.seen.codes.set(record.code, handle);
    return { record, handle: issues.length > 0 ? undefined : handle, issues };
  });
}

function skusOf(record: ProductRecord): string[] {
  return record.variants.flatMap((variant) => variant.draft.sku ?? []);
}

// Whether the product with the record's handle must be looked for to decide.
function isDoubtful(record: ProductRecord, owners: readonly string[]): boolean {
  if (owners.includes(record.handle)) return false;
  return owners.length === 1 || (!record.isHandleGiven && skusOf(record).length > 0);
}

function handleOf(
  record: ProductRecord,
  owners: readonly string[],
  existing: ReadonlyMap<string, unknown>,
): string | undefined {
  const [owner] = owners;
  if (owner === undefined) {
    const isAnother = !record.isHandleGiven && skusOf(record).length > 0 && existing.has(record.handle);
    return isAnother ? undefined : record.handle;
  }
  if (owners.includes(record.handle) || owners.length > 1) return record.handle;
  return record.isHandleGiven && existing.has(record.handle) ? record.handle : owner;
}

function titleTaken(record: ProductRecord): Issue {
  const message = `A product with other SKUs has the address "${record.handle}" that the title makes.`;
  return { line: record.line, column: undefined, severity: 'error', code: 'handle_taken', message };
}

function seenIssues(record: ProductRecord, handle: string, seen: SeenInFile): Issue[] {
  const issues: Issue[] = [];
  const before = seen.handles.get(handle);
  if (before !== undefined) {
    const message = `The product "${handle}" is already in line ${before} of the file.`;
    issues.push({ line: record.line, column: undefined, severity: 'error', code: 'product_twice', message });
  } else {
    seen.handles.set(handle, record.line);
  }
  for (const { line, draft } of record.variants) {
    const other = draft.sku === undefined ? undefined : seen.skus.get(draft.sku);
    if (draft.sku === undefined) continue;
    if (other === undefined) seen.skus.set(draft.sku, line);
    else
      issues.push({
        line,
        column: 'SKU',
        severity: 'error',
        code: 'sku_twice',
        message: `The SKU "${draft.sku}" is already in line ${other} of the file.`,
      });
  }
  return issues;
}
