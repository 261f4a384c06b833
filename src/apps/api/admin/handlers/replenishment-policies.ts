import {
  type CurrencyCode,
  fromDecimal,
  money,
  ok,
  parseId,
  type Refusal,
  type Result,
  refuse,
  toDecimal,
} from '../../../../kernel/index.ts';
import { readCategories } from '../../../../modules/catalog/index.ts';
import { readItems } from '../../../../modules/inventory/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  DEFAULT_POLICY,
  type PolicyPart,
  type PolicyScope,
  readPolicies,
  type ServiceTarget,
  savePolicy,
} from '../../../../modules/replenishment/index.ts';
import type { Asked, Handlers } from '../../../../platform/api/index.ts';
import { type Db, transactOrRefuse } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { replenishmentPolicyEndpoints } from '../contract/replenishment-policies.ts';
import type { AdminDeps } from '../deps.ts';

const OF_SHOP = '00000000-0000-0000-0000-000000000000';
type Given = Asked<typeof replenishmentPolicyEndpoints.saveReplenishmentPolicy>;

/** How well the shop means to be in stock. */
export function replenishmentPolicyHandlers({
  db,
  reads,
}: Pick<AdminDeps, 'db' | 'reads'>): Handlers<typeof replenishmentPolicyEndpoints> {
  return {
    listReplenishmentPolicies: async () => {
      const [policies, { defaultCurrency: currency }] = await Promise.all([
        readPolicies(reads),
        readShop(reads),
      ]);
      const nameOf = await namesOf(
        reads,
        policies.map(({ scope }) => scope),
      );
      return ok({
        standard: policyAnswer(DEFAULT_POLICY, currency),
        policies: policies.map(({ scope, part }) => ({
          ...{ scope: scope.kind, id: scope.kind === 'shop' ? OF_SHOP : scope.id },
          ...{ name: nameOf(scope), policy: policyAnswer(part, currency) },
        })),
      });
    },
    saveReplenishmentPolicy: async ({ params, body, caller, now }) => {
      const { defaultCurrency: currency } = await readShop(reads);
      const scope = await scopeOf(reads, params);
      if (!scope.ok) return scope;
      const part = policyPartOf(body, currency);
      if (!part.ok) return part;
      const change = { scope: scope.value, part: part.value, by: actorOf(caller), now };
      const saved = await transactOrRefuse(db, (tx) => savePolicy(tx, change));
      return saved.ok ? ok({ policy: policyAnswer(part.value, currency) }) : saved;
    },
  };
}

/** A policy as somebody wrote it; what is left out or null is not said. */
export function policyPartOf(
  { service, orderCost, budget, ...body }: Partial<Given['body']>,
  currency: CurrencyCode,
): Result<PolicyPart, Refusal<'invalid_policy'>> {
  const amounts = { orderCost, budget };
  const minor = (text: string | null | undefined) => (text ? fromDecimal(text, currency)?.minor : undefined);
  for (const [field, text] of Object.entries(amounts)) {
    const amount = minor(text);
    if (text && (amount === undefined || amount < 0n)) {
      return refuse('invalid_policy', `"${text}" is no amount in ${currency}`, field);
    }
  }
  if (service && service.kind !== 'cost' && service.share === undefined) {
    return refuse('invalid_policy', 'a service target has a share', 'service.share');
  }
  return ok({
    isOff: body.isOff ?? undefined,
    service: service ? serviceOf(service) : undefined,
    holdingRate: body.holdingRate ?? undefined,
    orderCostMinor: minor(orderCost),
    substitutionShare: body.substitutionShare ?? undefined,
    maxCoverDays: body.maxCoverDays ?? undefined,
    minMax: body.minMax ?? undefined,
    budgetMinor: minor(budget),
    storagePieces: body.storagePieces ?? undefined,
  });
}

function serviceOf({ kind, share = 0 }: NonNullable<Given['body']['service']>): ServiceTarget {
  return kind === 'cost' ? { kind } : { kind, share };
}

/** A policy as people read it. */
/** What somebody said: not what was learned. */
export function policyAnswer(policy: PolicyPart, currency: CurrencyCode) {
  const { orderCostMinor, budgetMinor, experience: _learned, ...part } = policy;
  const told = (minor: bigint | undefined) =>
    minor === undefined ? undefined : toDecimal(money(minor, currency));
  return { ...part, orderCost: told(orderCostMinor), budget: told(budgetMinor) };
}

async function scopeOf(db: Db, { scope, id }: Given['params']) {
  if (scope === 'shop') {
    return id === OF_SHOP
      ? ok<PolicyScope>({ kind: 'shop' })
      : refuse('not_found', 'the shop has no id', 'id');
  }
  const unknown = refuse('not_found', `there is no such ${scope}`, 'id');
  if (scope === 'category') {
    const category = (await readCategories(db)).find((one) => one.id === id);
    return category === undefined ? unknown : ok<PolicyScope>({ kind: 'category', id: category.id });
  }
  const variantId = parseId<'variant'>(id);
  const isKnown = variantId !== undefined && (await readItems(db, [variantId])).has(variantId);
  return isKnown ? ok<PolicyScope>({ kind: 'variant', id: variantId }) : unknown;
}

async function namesOf(db: Db, scopes: readonly PolicyScope[]): Promise<(scope: PolicyScope) => string> {
  const ids = scopes.flatMap((scope) => (scope.kind === 'variant' ? [scope.id] : []));
  const [items, categories] = await Promise.all([readItems(db, ids), readCategories(db)]);
  return (scope) => {
    if (scope.kind === 'shop') return '';
    if (scope.kind === 'category') return categories.find(({ id }) => id === scope.id)?.name ?? '';
    const item = items.get(scope.id);
    return [item?.title, item?.options].filter(Boolean).join(' · ');
  };
}
