import type { Tx } from '../../../platform/database/index.ts';
import { type Sorted, worthAttention } from '../attention.ts';
import type { Decision } from '../decision.ts';
import type { DecisionKind, Ground, Proposed } from '../kind.ts';
import { checkMandate } from '../mandate/check.ts';
import type { Mandate } from '../mandate/mandate.ts';
import { readSpent } from '../mandate/store.ts';
import { subjectKey } from './plan-look.ts';

const NOTHING = { count: 0, valueMinor: 0n };

/** What of a look is put on the table: what a mandate does by itself costs nobody's attention, the rest has to be worth it. */
export async function sortFound(
  tx: Tx,
  all: readonly Proposed[],
  given: {
    readonly kind: DecisionKind;
    readonly mandate: Mandate;
    readonly open: readonly Decision[];
    readonly ground: Ground & { readonly stopped: unknown };
  },
): Promise<Sorted<Proposed>> {
  const { kind, mandate, open, ground } = given;
  if (mandate.rule === 'never') return { shown: [], leftOut: NOTHING };
  const { now, zone, economics } = ground;
  const standing = new Set(open.map(({ subject }) => subjectKey(subject)));
  const spent = await readSpent(tx, kind.id, now);
  const isDone = (one: Proposed) => {
    const { amountMinor, share } = kind.weightOf(one.proposal);
    const { valueMinor, lowMinor } = one.predicted;
    const weighed = { amountMinor, share, valueMinor, lowMinor, reversibility: kind.reversibility };
    const verdict = checkMandate(mandate, weighed, {
      ...{ spent, isStopped: ground.stopped !== undefined, now, zone },
    });
    return verdict.may && !verdict.isDryRun;
  };
  const done = new Set(mandate.rule === 'within' ? all.filter(isDone) : []);
  const asked = all.filter((one) => !done.has(one));
  const { shown, leftOut } = worthAttention(asked, {
    ...{ now, zone, floorMinor: economics.attentionMinor },
    isOpen: ({ subject }) => standing.has(subjectKey(subject)),
  });
  const onTable = new Set(shown);
  return { shown: all.filter((one) => done.has(one) || onTable.has(one)), leftOut };
}
