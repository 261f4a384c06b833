import type { Db } from '../../platform/database/index.ts';
import type { TaxRulebook } from './rulebook.ts';
import { readTaxRulebook } from './store.ts';
import type { TaxContext, TaxInput } from './tax-context.ts';
import { taxContextOf } from './tax-context-of.ts';
import { parseVatId } from './vat-id.ts';
import { readVatIdCheck } from './vat-id-check.ts';

/**
 * Which tax applies, with everything looked up: the rulebook (`known` where it still holds) and, for a VAT id, the last
 * online check of it. A caller that keeps the rulebook and has no VAT id calls the pure `taxContextOf`.
 */
export async function taxContext(db: Db, input: TaxInput, known?: TaxRulebook): Promise<TaxContext> {
  const rulebook = await readTaxRulebook(db, known);
  const vatId = input.customer?.vatId === undefined ? undefined : parseVatId(input.customer.vatId);
  if (!vatId?.ok || input.customer?.isVatIdValid !== undefined) return taxContextOf(rulebook, input);
  const check = await readVatIdCheck(db, vatId.value.text);
  if (check === undefined) return taxContextOf(rulebook, input);
  return taxContextOf(rulebook, { ...input, customer: { ...input.customer, isVatIdValid: check.isValid } });
}
