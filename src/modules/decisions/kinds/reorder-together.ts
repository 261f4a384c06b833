import { createHash } from 'node:crypto';
import type { SupplierId } from '../../purchasing/index.ts';
import type { Proposed } from '../kind.ts';
import { type ReorderProposal, reorderBasis } from './reorder-proposal.ts';

/**
 * Small needs of one supplier as one decision: values add up, and as what is wanted of each goes its own way, the half-widths
 * of their intervals add up as those of independent numbers do. It is over when the first of them is.
 *
 * @param some of one supplier, one or more
 */
export function together(
  supplierId: SupplierId,
  some: readonly Proposed<ReorderProposal>[],
): Proposed<ReorderProposal> {
  const [first, ...others] = some;
  if (first === undefined) throw new RangeError('nothing to order together');
  if (others.length === 0) return first;
  const sum = (of: (one: Proposed<ReorderProposal>) => bigint) =>
    some.reduce((all, one) => all + of(one), 0n);
  const width = (of: (one: Proposed['predicted']) => bigint) =>
    BigInt(Math.round(Math.sqrt(some.reduce((all, { predicted }) => all + Number(of(predicted)) ** 2, 0))));
  const valueMinor = sum(({ predicted }) => predicted.valueMinor);
  const supplier = first.supplier ?? '';
  const lines = some.flatMap(({ proposal }) => proposal.lines);
  const pieces = lines.reduce((all, { quantity }) => all + quantity, 0);
  const sooner = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b);
  return {
    subject: { type: 'supplier', id: supplierId, label: supplier },
    supplier,
    proposal: { lines, supplier },
    evidence: {
      figures: [
        { key: 'variants', unit: 'count', value: String(lines.length) },
        { key: 'pieces', unit: 'count', value: String(pieces) },
      ],
      computed: 'reorder_together',
    },
    predicted: {
      ...first.predicted,
      valueMinor,
      lowMinor: valueMinor - width((one) => one.valueMinor - one.lowMinor),
      highMinor: valueMinor + width((one) => one.highMinor - one.valueMinor),
      horizonDays: Math.max(...some.map(({ predicted }) => predicted.horizonDays)),
    },
    basis: { lines: some.flatMap(({ basis }) => reorderBasis.parse(basis).lines) },
    waitCostMinorPerDay: sum((one) => one.waitCostMinorPerDay),
    risk: { key: 'demand_falls' },
    // Others in it, or another number on order of one, and it could not be done as it stands.
    fingerprint: `${supplierId} ${digest(some.map(({ subject, fingerprint }) => `${subject.id} ${fingerprint}`))}`,
    expiresAt: some.map(({ expiresAt }) => expiresAt).toSorted(sooner)[0] ?? first.expiresAt,
  };
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.toSorted().join()).digest('hex').slice(0, 24);
}
