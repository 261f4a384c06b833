import type { Decision } from '../decision.ts';
import type { Proposed } from '../kind.ts';

/** What a look does with what is there. */
export type Plan = {
  /** Found and not there yet; `replaces`: of the facts before, which is given up for it. */
  readonly propose: readonly { readonly found: Proposed; readonly replaces: Decision | undefined }[];
  /** Still true: it may be decided for longer. */
  readonly keep: readonly { readonly decision: Decision; readonly until: Temporal.Instant }[];
  /** Not found any more. */
  readonly expire: readonly Decision[];
};

/**
 * What becomes of open decisions and of what was found.
 *
 * - The same facts are never proposed twice while they are open, nor after a person rejected or undid them, nor right after
 *   they were applied: the fingerprint says which facts they are.
 * - Facts that changed take the place of what was open; what somebody had edited there goes along (`carried`).
 * - What is about to be applied is left alone.
 *
 * @param by who proposes, `engine:reorder@2`: what another model has proposed is given up for what this one does
 */
export function planLook(
  found: readonly Proposed[],
  open: readonly Decision[],
  latest: ReadonlyMap<string, Decision>,
  by: string,
): Plan {
  const openBy = new Map(open.map((decision) => [subjectKey(decision.subject), decision]));
  const once = new Map(found.map((one) => [subjectKey(one.subject), one]));
  const propose: { found: Proposed; replaces: Decision | undefined }[] = [];
  const keep: { decision: Decision; until: Temporal.Instant }[] = [];
  for (const [key, one] of once) {
    const standing = openBy.get(key);
    if (standing?.state === 'approved') continue;
    if (standing?.fingerprint === one.fingerprint && standing.proposedBy === by) {
      keep.push({ decision: standing, until: one.expiresAt });
    } else if (standing !== undefined) {
      propose.push({ found: one, replaces: standing });
    } else if (!isAnswered(latest.get(key), one)) {
      propose.push({ found: one, replaces: undefined });
    }
  }
  const expire = open.filter(({ subject, state }) => state !== 'approved' && !once.has(subjectKey(subject)));
  return { propose, keep, expire };
}

/** What somebody has said no to, or what is done already, is no news until facts are others. */
function isAnswered(last: Decision | undefined, found: Proposed): boolean {
  if (last === undefined || last.fingerprint !== found.fingerprint) return false;
  return last.state === 'rejected' || last.state === 'applied' || last.state === 'undone';
}

export function subjectKey({ type, id }: Proposed['subject']): string {
  return `${type} ${id}`;
}
