import { ok, type Result } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { findItemsByCode } from '../../inventory/index.ts';
import { noSupplier } from '../supplier/save-supplier.ts';
import { readSupplier } from '../supplier/store.ts';
import type { SupplierId } from '../supplier/supplier.ts';
import { parsePriceSheet, type SheetProblem } from './price-sheet.ts';
import { saveSources } from './save-sources.ts';
import type { SourceDraft, SourceRefusal } from './source.ts';

/** Reads a pasted price list, and keeps what of it is right unless it is a trial. */
export async function importPriceSheet(
  tx: Tx,
  input: { readonly supplierId: SupplierId; readonly text: string; readonly isTrial: boolean },
): Promise<
  Result<
    { readonly read: number; readonly saved: number; readonly problems: readonly SheetProblem[] },
    SourceRefusal
  >
> {
  const { supplierId, text, isTrial } = input;
  const supplier = await readSupplier(tx, supplierId);
  if (supplier === undefined) return noSupplier(supplierId);
  const sheet = parsePriceSheet(text, supplier.currency);
  const problems = [...sheet.problems];
  const sources = new Map<SourceDraft['variantId'], SourceDraft>();
  for (const { line, code, ...entry } of sheet.entries) {
    const [found, another] = await findItemsByCode(tx, code);
    if (found === undefined || another !== undefined) {
      const message =
        found === undefined ? `no goods have the code ${code}` : `several goods have the code ${code}`;
      problems.push({ line, message });
    } else sources.set(found.variantId, { ...entry, variantId: found.variantId, rank: 0 });
  }
  if (!isTrial && sources.size > 0) {
    const saved = await saveSources(tx, { supplierId, sources: [...sources.values()] });
    if (!saved.ok) return saved;
  }
  const inOrder = problems.toSorted((a, b) => a.line - b.line).slice(0, 200);
  return ok({ read: sources.size, saved: isTrial ? 0 : sources.size, problems: inOrder });
}
