import type { Tx } from '../../platform/database/index.ts';
import type { NewFinding } from './finding.ts';
import { insertFindings } from './store/findings.ts';
import { addToReports, type RefusedGroup } from './store/reports.ts';

/** More are not kept: anybody may send reports. */
const MOST_GROUPS = 500;

/**
 * Keeps what browsers say they refused on the payment pages, grouped. What is seen for the first time and could have
 * stolen something becomes a finding, and is told of within the hour.
 */
export async function keepReports(
  tx: Tx,
  groups: readonly RefusedGroup[],
  now: Temporal.Instant,
): Promise<void> {
  const fresh = await addToReports(tx, groups, { now, mostGroups: MOST_GROUPS });
  await insertFindings(tx, fresh.filter(isDangerous).map(findingOf), now);
}

// Pictures and fonts take nothing along; extensions of a shopper's own browser are not the shop's.
const DANGEROUS = /^(?:script|connect|frame|child|form|object|worker|base|default)/;
const EXTENSION = /^[a-z-]*extension\b/;

function isDangerous({ directive, blocked }: Omit<RefusedGroup, 'count'>): boolean {
  return DANGEROUS.test(directive) && !EXTENSION.test(blocked);
}

function findingOf({ page, directive, blocked }: Omit<RefusedGroup, 'count'>): NewFinding {
  return { change: 'refused', page, kind: 'report', subject: directive, was: '', is: blocked };
}
