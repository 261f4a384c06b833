import { localeOf, ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { type ShopDraft, shopProblems } from './check.ts';
import type { MarketsRefusal } from './market.ts';
import { saveShop } from './save.ts';
import { type KeptShop, lockShop, readKeptShop } from './store.ts';

/** Of what was wrong the first, and everything by its field. */
export type ShopRefusal =
  | (MarketsRefusal & { readonly problems: readonly MarketsRefusal[] })
  | Refusal<'version_conflict'>;

/**
 * Changes parts of how the shop is described, as long as it is still the version that whoever changes it has seen; the
 * others stay as they are. Nothing is written when one part is wrong.
 *
 * @example
 * await changeShop(tx, { change: { template: 'depot' }, expectedVersion: 4n }); // version 5
 */
export async function changeShop(
  tx: Tx,
  input: { readonly change: Partial<ShopDraft>; readonly expectedVersion: bigint },
): Promise<Result<KeptShop, ShopRefusal>> {
  await lockShop(tx);
  const kept = await readKeptShop(tx);
  if (kept.version !== input.expectedVersion) {
    return refuse(
      'version_conflict',
      'somebody else has changed the shop meanwhile: read it anew',
      'version',
    );
  }
  const draft: ShopDraft = { ...kept.shop, ...input.change };
  const problems = shopProblems(draft);
  const [first] = problems;
  if (first !== undefined) return { ok: false, refusal: { ...first, problems } };
  const saved = await saveShop(tx, { ...draft, defaultLocale: localeOf(draft.defaultLocale) });
  if (!saved.ok) return { ok: false, refusal: { ...saved.refusal, problems: [saved.refusal] } };
  return ok(await readKeptShop(tx));
}
