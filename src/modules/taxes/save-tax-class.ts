import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { countRatesOf, deleteClass, upsertClass } from './store.ts';
import type { TaxClass, TaxesRefusal } from './tax-rate.ts';
import { tellIf } from './tell-changed.ts';

/** Makes a class or renames it. The standard class, '', is always there. */
export async function saveTaxClass(tx: Tx, draft: TaxClass): Promise<Result<TaxClass, TaxesRefusal>> {
  const taxClass = { code: draft.code, name: draft.name.trim() };
  if (!/^[a-z0-9_-]{1,40}$/.test(taxClass.code)) {
    const message = 'a code has 1 to 40 lower-case letters, digits, hyphens and underscores';
    return refuse('invalid', message, 'code');
  }
  if (taxClass.name === '') return refuse('missing', 'a tax class has a name', 'name');
  if (taxClass.name.length > 100) return refuse('too_long', 'a name has at most 100 characters', 'name');
  await tellIf(tx, await upsertClass(tx, taxClass));
  return ok(taxClass);
}

/** Takes a class away that no rate is for. Goods that still name it are taxed at the standard rate. */
export async function removeTaxClass(tx: Tx, code: string): Promise<Result<void, TaxesRefusal>> {
  const rates = await countRatesOf(tx, code);
  if (rates > 0n) return refuse('in_use', `${rates} rates are for this class`, 'code');
  await tellIf(tx, await deleteClass(tx, code));
  return ok(undefined);
}
