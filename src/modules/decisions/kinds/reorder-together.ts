import { createHash } from 'node:crypto';
import type { SupplierId } from '../../purchasing/index.ts';
import type { EvidenceChart } from '../decision.ts';
import type { Proposed } from '../kind.ts';
import { type ReorderLine, type ReorderProposal, reorderBasis } from './reorder-proposal.ts';

/** As many as are still one look at a list; what is over comes when these are ordered. */
const MOST_TOGETHER = 100;
const SHOWN = 11;

type Need = Proposed<ReorderProposal>;

/** Small needs of one supplier as one decision, the most worth first; of a single one that one. */
export function together(supplierId: SupplierId, some: readonly Need[]): Need {
  const [first, ...others] = some;
  if (first === undefined) throw new RangeError('nothing to order together');
  const best = some.toSorted(byValue).slice(0, MOST_TOGETHER);
  return others.length === 0
    ? first
    : joined({ type: 'supplier', id: supplierId, label: first.supplier ?? '' }, best);
}

/**
 * Needs as one decision: values add up, and as what is wanted of each goes its own way, the half-widths of their intervals add
 * up as those of independent numbers do. It is over when the first of them is.
 *
 * @param some one or more
 * @param out lines that somebody has taken out: they stay in the list, so that they can be put in again
 */
export function joined(
  subject: Proposed['subject'],
  some: readonly Need[],
  out: readonly ReorderLine[] = [],
): Need {
  const [first] = some;
  if (first === undefined) throw new RangeError('nothing to order together');
  const supplier = first.supplier ?? '';
  const lines = some.flatMap(({ proposal }) => proposal.lines);
  const sooner = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b);
  return {
    ...{ subject, supplier, proposal: { lines: [...lines, ...out], supplier } },
    evidence: { figures: figuresOf(some), chart: chartOf(some), computed: 'reorder_together' },
    predicted: {
      ...{ ...first.predicted, ...boundsOf(some) },
      horizonDays: Math.max(...some.map(({ predicted }) => predicted.horizonDays)),
    },
    basis: { lines: some.flatMap(({ basis }) => reorderBasis.parse(basis).lines) },
    waitCostMinorPerDay: some.reduce((all, one) => all + one.waitCostMinorPerDay, 0n),
    risk: { key: 'demand_falls', chance: chanceOf(some) },
    // Others in it, or another number on order of one, and it could not be done as it stands.
    fingerprint: `${subject.id} ${digest(some.map((one) => `${one.subject.id} ${one.fingerprint}`))}`,
    expiresAt: some.map(({ expiresAt }) => expiresAt).toSorted(sooner)[0] ?? first.expiresAt,
  };
}

function boundsOf(some: readonly Need[]) {
  const width = (of: (one: Need['predicted']) => bigint) =>
    BigInt(Math.round(Math.hypot(...some.map(({ predicted }) => Number(of(predicted))))));
  const valueMinor = some.reduce((all, { predicted }) => all + predicted.valueMinor, 0n);
  return {
    valueMinor,
    lowMinor: valueMinor - width((one) => one.valueMinor - one.lowMinor),
    highMinor: valueMinor + width((one) => one.highMinor - one.valueMinor),
  };
}

function figuresOf(some: readonly Need[]): Need['evidence']['figures'] {
  const pieces = some
    .flatMap(({ proposal }) => proposal.lines)
    .reduce((all, { quantity }) => all + quantity, 0);
  const covers = some.flatMap(({ evidence }) =>
    evidence.figures.filter(({ key }) => key === 'cover_days').map(({ value }) => Number(value)),
  );
  return [
    { key: 'variants', unit: 'count', value: String(some.length) },
    { key: 'pieces', unit: 'count', value: String(pieces) },
    ...(covers.length === 0
      ? []
      : [{ key: 'first_out', unit: 'days', value: String(Math.min(...covers)) } as const]),
  ];
}

/** What each brings, the most first; what is too small to be seen is one bar. */
function chartOf(some: readonly Need[]): EvidenceChart {
  const best = some.toSorted(byValue);
  const shown = best.length <= SHOWN + 1 ? best : best.slice(0, SHOWN);
  const rest = best.slice(shown.length);
  const bars = [
    ...shown.map(({ subject, predicted }) => ({ label: subject.label, ...predicted })),
    ...(rest.length === 0 ? [] : [{ label: '', ...boundsOf(rest) }]),
  ];
  return {
    ...{ kind: 'goods', grain: 'day', labels: bars.map(({ label }) => label) },
    series: [
      {
        ...{ key: 'brings', values: bars.map(({ valueMinor }) => Number(valueMinor)) },
        low: bars.map(({ lowMinor }) => Number(lowMinor)),
        high: bars.map(({ highMinor }) => Number(highMinor)),
      },
    ],
  };
}

/** That what comes of one of the lines is not needed before it would have been ordered anyway, on average over them. */
function chanceOf(some: readonly Need[]): number {
  return some.reduce((all, { risk }) => all + (risk.chance ?? 0), 0) / some.length;
}

function byValue(one: Need, other: Need): number {
  return Number(other.predicted.valueMinor - one.predicted.valueMinor);
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.toSorted().join()).digest('hex').slice(0, 24);
}
