import type { Reversibility } from '../decision.ts';
import type { Mandate } from './mandate.ts';

/** What one decision would be by itself. */
export type Weighed = {
  readonly amountMinor: bigint;
  readonly share: number | undefined;
  readonly valueMinor: bigint;
  readonly lowMinor: bigint;
  readonly reversibility: Reversibility;
};

/** What was done within the mandate in the seven days before. */
export type Spent = { readonly amountMinor: bigint; readonly count: number };

/** Why a person is asked. */
export const WHY_ASKED = [
  ...(['asks', 'never', 'lost', 'stopped', 'not_reversible', 'over_amount', 'over_share'] as const),
  ...(['below_value', 'may_cost', 'hours', 'over_week', 'over_week_count', 'no_share'] as const),
] as const;
export type WhyAsked = (typeof WHY_ASKED)[number];

export type Verdict =
  | { readonly may: true; readonly isDryRun: boolean }
  | { readonly may: false; readonly why: WhyAsked };

/**
 * Whether it may be done without asking. The first reason that holds is told.
 *
 * A decision whose interval reaches below zero is one that may cost money: it is asked for, however small it is.
 */
export function checkMandate(
  mandate: Mandate,
  decision: Weighed,
  at: {
    readonly spent: Spent;
    readonly isStopped: boolean;
    readonly now: Temporal.Instant;
    readonly zone: string;
  },
): Verdict {
  const why = whyAsked(mandate, decision, at);
  return why === undefined ? { may: true, isDryRun: mandate.isDryRun } : { may: false, why };
}

function whyAsked(
  { rule, lost, limits }: Mandate,
  { amountMinor, share, valueMinor, lowMinor, reversibility }: Weighed,
  { spent, isStopped, now, zone }: Parameters<typeof checkMandate>[2],
): WhyAsked | undefined {
  if (rule === 'never') return 'never';
  if (rule === 'ask') return 'asks';
  if (isStopped) return 'stopped';
  if (lost !== undefined) return 'lost';
  if (limits.onlyReversible && reversibility !== 'reversible') return 'not_reversible';
  if (limits.mostMinor !== undefined && amountMinor > limits.mostMinor) return 'over_amount';
  if (limits.mostShareMillionths !== undefined) {
    if (share === undefined) return 'no_share';
    if (Math.abs(share) * 1_000_000 > limits.mostShareMillionths + 1e-6) return 'over_share';
  }
  if (limits.leastValueMinor !== undefined && valueMinor < limits.leastValueMinor) return 'below_value';
  if (lowMinor < 0n) return 'may_cost';
  if (!isWithinHours(limits, now.toZonedDateTimeISO(zone).hour)) return 'hours';
  if (limits.weekCount !== undefined && spent.count + 1 > limits.weekCount) return 'over_week_count';
  if (limits.weekMinor !== undefined && spent.amountMinor + amountMinor > limits.weekMinor) {
    return 'over_week';
  }
  return undefined;
}

/** 22 until 6 goes over midnight. */
function isWithinHours(
  { fromHour, toHour }: { readonly fromHour: number; readonly toHour: number },
  hour: number,
): boolean {
  if (fromHour === toHour) return true;
  return fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
}

/** How long what was done counts against a week's limits. */
export const WEEK_HOURS = 7 * 24;
