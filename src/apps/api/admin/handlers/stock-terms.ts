import { ok, refuse } from '../../../../kernel/index.ts';
import { readProductIdsOfVariants, type VariantId } from '../../../../modules/catalog/index.ts';
import {
  type BackorderTerms,
  labelUnavailable,
  readAllocationRule,
  readAvailability,
  readBackorderTerms,
  readIncoming,
  readLabelled,
  readPolicies,
  saveAllocationRule,
  setBackorderTerms,
  setIncoming,
  setPolicies,
} from '../../../../modules/inventory/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { type Db, transact } from '../../../../platform/database/index.ts';
import type { stockTermEndpoints } from '../contract/stock-terms.ts';
import type { AdminDeps } from '../deps.ts';
import { idsIn, unknownLocation } from './stock.ts';

export function stockTermHandlers({ db, reads }: AdminDeps): Handlers<typeof stockTermEndpoints> {
  return {
    readStockPolicies: async ({ query: { variantIds } }) =>
      ok({ items: [...(await readPolicies(reads, idsIn(variantIds))).values()] }),
    setStockPolicies: async ({ body }) => {
      const policies = body.policies.map(({ lowStockAt, ...policy }) => ({ ...policy, lowStockAt }));
      const unknown = await unknownVariant(reads, policies, 'policies');
      return unknown ?? ok(await transact(db, (tx) => setPolicies(tx, policies)));
    },
    readBackorderTerms: async ({ query: { variantIds } }) => {
      const terms = [...(await readBackorderTerms(reads, idsIn(variantIds))).values()];
      return ok({ items: terms.map(termsAnswer) });
    },
    setBackorderTerms: async ({ body }) => {
      const terms = body.terms.map(({ variantId, backorderLimit, preorder }): BackorderTerms => {
        const { availableFrom, limit } = preorder ?? {};
        return { variantId, backorderLimit, preorder: availableFrom && { availableFrom, limit } };
      });
      const unknown = await unknownVariant(reads, terms, 'terms');
      return unknown ?? ok(await transact(db, (tx) => setBackorderTerms(tx, terms)));
    },
    readReturnLabels: async ({ query: { variantIds }, now }) => {
      const ids = idsIn(variantIds);
      const [{ timeZone }, labelled] = await Promise.all([readShop(reads), readLabelled(reads, ids)]);
      const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
      const availability = await readAvailability(reads, ids, { today });
      const items = ids.map((variantId) => {
        const { isBuyable = false, expectedOn } = availability.get(variantId) ?? {};
        return {
          ...{ variantId, isLabelled: labelled.has(variantId), isBuyable },
          expectedOn: expectedOn?.toString(),
        };
      });
      return ok({ items });
    },
    labelUnavailable: async ({ body: { labels } }) => {
      const unknown = await unknownVariant(reads, labels, 'labels');
      return unknown ?? ok(await transact(db, (tx) => labelUnavailable(tx, labels)));
    },
    readIncoming: async ({ query: { variantIds } }) => {
      const incoming = [...(await readIncoming(reads, idsIn(variantIds))).values()].flat();
      return ok({ items: incoming.map((one) => ({ ...one, expectedOn: one.expectedOn.toString() })) });
    },
    setIncoming: async ({ body: { incoming } }) => {
      const unknown =
        (await unknownVariant(reads, incoming, 'incoming')) ?? (await unknownLocation(reads, incoming));
      if (unknown) return unknown;
      await transact(db, (tx) => setIncoming(tx, incoming));
      return ok({ isSaved: true });
    },
    readAllocationRule: async () => ok({ rule: await readAllocationRule(reads) }),
    saveAllocationRule: async ({ body: { rule } }) => {
      await transact(db, (tx) => saveAllocationRule(tx, rule));
      return ok({ rule });
    },
  };
}

/** The first that names no variant of the shop; inventory keeps ids of the catalogue and does not know it. */
async function unknownVariant(db: Db, items: readonly { readonly variantId: VariantId }[], field: string) {
  const known = await readProductIdsOfVariants(db, [...new Set(items.map(({ variantId }) => variantId))]);
  const index = items.findIndex(({ variantId }) => !known.has(variantId));
  if (index < 0) return undefined;
  return refuse('unknown_variant', 'no variant has this id', `${field}[${index}].variantId`);
}

function termsAnswer({ variantId, backorderLimit, preorder }: BackorderTerms) {
  return {
    ...{ variantId, backorderLimit },
    preorder: preorder && { availableFrom: preorder.availableFrom.toString(), limit: preorder.limit },
  };
}
