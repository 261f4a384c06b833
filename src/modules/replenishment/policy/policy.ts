import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { CategoryId, VariantId } from '../../catalog/index.ts';

/**
 * How well the shop means to be in stock.
 *
 * - `cycle`: the share of replenishment cycles without a stock-out
 * - `fill`: the share of the pieces wanted that are served at once
 * - `cost`: whatever is cheapest: p / (p + h), of what a missing piece loses and what a piece costs to keep
 */
export type ServiceTarget =
  | { readonly kind: 'cycle' | 'fill'; readonly share: number }
  | { readonly kind: 'cost' };

/** What is ordered when, and why not more. */
export type Policy = {
  /** Nothing is proposed. */
  readonly isOff: boolean;
  readonly service: ServiceTarget;
  /** What it costs to keep goods worth 1 for a year: capital, room, loss. */
  readonly holdingRate: number;
  /** What one more line on an order costs, whatever its quantity; minor units of the shop's currency. */
  readonly orderCostMinor: bigint;
  /** Which share of those who find nothing take something else of the shop's instead. */
  readonly substitutionShare: number;
  /** Nothing is ordered for longer than these days are expected to need. */
  readonly maxCoverDays: number;
  /** Instead of all of that: below the one, up to the other. */
  readonly minMax: { readonly min: number; readonly max: number } | undefined;
  /** How many times as much was short as was reckoned with: learned of the shop's past, of all its goods together; nobody says it. */
  readonly experience: number;
};

/** What all orders together keep to; of the shop only. */
export type Limits = {
  /** Most that open orders may come to, minor units of the shop's currency. */
  readonly budgetMinor: bigint | undefined;
  /** Most pieces that there is room for. */
  readonly storagePieces: number | undefined;
};

export type PolicyScope =
  | { readonly kind: 'shop' }
  | { readonly kind: 'category'; readonly id: CategoryId }
  | { readonly kind: 'variant'; readonly id: VariantId };

/** What a scope says for itself; the rest follows the next wider one. */
export type PolicyPart = {
  readonly [Field in keyof (Policy & Limits)]?: (Policy & Limits)[Field] | undefined;
};

/** What holds where nobody has said anything. */
export const DEFAULT_POLICY: Policy = {
  isOff: false,
  // What is missing and what lies cost money both: of expensive goods that hardly sell 95 of 100 cycles would cost more than it brings.
  service: { kind: 'cost' },
  holdingRate: 0.25,
  orderCostMinor: 500n,
  substitutionShare: 0.3,
  maxCoverDays: 180,
  minMax: undefined,
  experience: 1,
};

export const NO_LIMITS: Limits = { budgetMinor: undefined, storagePieces: undefined };

/**
 * The policy of a variant: what its own says, then what that of its nearest category says, and so on to the shop's.
 *
 * @param parts the nearest first
 */
export function policyFrom(parts: readonly PolicyPart[]): Policy {
  const said = <Field extends keyof Policy>(field: Field): Policy[Field] =>
    parts.map((part) => part[field]).find((value) => value !== undefined) ?? DEFAULT_POLICY[field];
  return {
    isOff: said('isOff'),
    service: said('service'),
    holdingRate: said('holdingRate'),
    orderCostMinor: said('orderCostMinor'),
    substitutionShare: said('substitutionShare'),
    maxCoverDays: said('maxCoverDays'),
    minMax: said('minMax'),
    experience: said('experience'),
  };
}

const [LEAST_SHARE, LARGEST_SHARE] = [0.5, 0.9999];

export type PolicyRefusal = Refusal<'invalid_policy' | 'limits_of_the_shop'>;

/** What a policy may say: a refusal names the field that is out of its range. */
export function checkPolicy(part: PolicyPart, scope: PolicyScope): Result<PolicyPart, PolicyRefusal> {
  const { service, minMax } = part;
  if (
    service !== undefined &&
    service.kind !== 'cost' &&
    !isWithin(service.share, LEAST_SHARE, LARGEST_SHARE)
  ) {
    return refuse('invalid_policy', 'a service target is a share from 0.5 to 0.9999', 'service.share');
  }
  const ranges = [
    ['holdingRate', part.holdingRate, 0, 5],
    ['substitutionShare', part.substitutionShare, 0, 1],
    ['maxCoverDays', part.maxCoverDays, 1, 730],
    ['orderCostMinor', part.orderCostMinor === undefined ? undefined : Number(part.orderCostMinor), 0, 1e8],
    ['minMax.min', minMax?.min, 0, 1e6],
    ['minMax.max', minMax?.max, 1, 1e6],
  ] as const;
  for (const [field, value, low, high] of ranges) {
    if (value !== undefined && !isWithin(value, low, high)) {
      return refuse('invalid_policy', `${field} is from ${low} to ${high}, not ${value}`, field);
    }
  }
  if (minMax !== undefined && minMax.min >= minMax.max) {
    return refuse('invalid_policy', 'the least is less than the most', 'minMax.max');
  }
  const limited = part.budgetMinor ?? part.storagePieces;
  if (limited !== undefined && scope.kind !== 'shop') {
    return refuse('limits_of_the_shop', 'budget and room are of the whole shop', 'budgetMinor');
  }
  return ok(part);
}

function isWithin(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}
