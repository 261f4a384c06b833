import { sql } from 'kysely';
import { type Db, type Tx, transact } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { Decision, DecisionId } from '../decision.ts';
import type { DecisionKind, Found, Ground, Proposed } from '../kind.ts';
import { lockMandate } from '../mandate/store.ts';
import {
  insertDecision,
  type NewDecision,
  prolong,
  readDecision,
  readOpen,
  selectLatest,
} from '../store/decisions.ts';
import { keepFailedLook, keepLook } from '../store/looks.ts';
import { keepStep, takeStep } from '../store/steps.ts';
import { readGround } from './ground.ts';
import { offerToMandate } from './offer.ts';
import { planLook } from './plan-look.ts';
import { sortFound } from './sort-found.ts';

const ENGINE = 'engine';
/** So many without a cost are named. */
const MOST_NAMED = 20;

/**
 * Looks for what one kind finds worth doing now, and keeps it in a transaction of its own: a kind that fails stops no
 * other, and its failure is kept and thrown.
 *
 * @returns the decisions that are new
 */
export async function lookFor(
  db: Db,
  kind: DecisionKind,
  now: Temporal.Instant,
): Promise<readonly DecisionId[]> {
  try {
    const ground = await readGround(db, now);
    // Reading takes its time; it needs no transaction, as what is applied is looked at again then.
    const found = await kind.propose({ ...ground, db });
    return await transact(db, (tx) => keepFound(tx, kind, found, ground));
  } catch (error) {
    await keepFailedLook(db, { kind: kind.id, now, failure: String(error) });
    throw error;
  }
}

async function keepFound(
  tx: Tx,
  kind: DecisionKind,
  found: readonly Found[],
  ground: Ground & { readonly stopped: unknown },
): Promise<DecisionId[]> {
  const { now } = ground;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`decisions.look:${kind.id}`}, 0))`.execute(tx);
  const mandate = await lockMandate(tx, kind.id);
  const open = await selectStanding(tx, kind.id);
  const valued = found.flatMap((one) => ('unknown' in one ? [] : one));
  const unknown = found.flatMap((one) => ('unknown' in one ? one.subject : []));
  const { shown, leftOut } = await sortFound(tx, valued, { kind, mandate, open, ground });
  const latest = await selectLatest(tx, { kind: kind.id, subjects: shown.map(({ subject }) => subject) });
  const { propose, keep, expire } = planLook(shown, open, latest, proposerOf(kind));
  const why = mandate.rule === 'never' ? 'never' : 'not_true_any_more';
  for (const decision of expire) await takeStep(tx, decision, 'expire', { by: ENGINE, at: now, why });
  for (const { decision, until } of keep) await prolong(tx, decision.id, until);
  const ids: DecisionId[] = [];
  for (const { found: one, replaces } of propose) {
    if (replaces) await takeStep(tx, replaces, 'expire', { by: ENGINE, at: now, why: 'superseded' });
    ids.push(await insertProposed(tx, kind, one, { now, replaces }));
  }
  const costUnknown = { count: unknown.length, of: unknown.slice(0, MOST_NAMED) };
  await keepLook(tx, { kind: kind.id, now, found: shown.length, leftOut, costUnknown });
  for (const id of ids) {
    const decision = await readDecision(tx, id);
    if (decision !== undefined) await offerToMandate(tx, { kind, decision, mandate, ground });
  }
  return ids;
}

/** Open, or about to be applied: held, so that what somebody answers meanwhile stands, and is known here. */
async function selectStanding(tx: Tx, kind: string): Promise<Decision[]> {
  await sql`
    select from decisions.decision where kind = ${kind} and state in ('proposed', 'edited', 'failed', 'approved')
    order by id for update`.execute(tx);
  const { rows } = await sql<{ id: DecisionId }>`
    select id from decisions.decision where kind = ${kind} and state = 'approved'`.execute(tx);
  const approved = await Promise.all(rows.map(({ id }) => readDecision(tx, id)));
  return [...(await readOpen(tx, kind)), ...approved.flatMap((one) => one ?? [])];
}

async function insertProposed(
  tx: Tx,
  kind: DecisionKind,
  found: Proposed,
  { now, replaces }: { readonly now: Temporal.Instant; readonly replaces: Decision | undefined },
): Promise<DecisionId> {
  const id = newId<'decision'>();
  const carried = replaces?.state === 'edited' ? replaces.fields : (replaces?.carried ?? []);
  const given = { id, now, supersedes: replaces?.id, carried };
  await insertDecision(tx, newDecision(kind, found, given));
  await keepStep(tx, id, { from: undefined, to: 'proposed', by: ENGINE, at: now, why: '' });
  await tell(tx, 'decisions.proposed', { decisionId: id });
  return id;
}

/** `engine:mark_down@1`: a kind and the version of its model. */
export function proposerOf({ id, version }: Pick<DecisionKind, 'id' | 'version'>): string {
  return `engine:${id}@${version}`;
}

/** A proposal of a kind as it is kept. */
export function newDecision(
  kind: DecisionKind,
  found: Proposed,
  given: Pick<Decision, 'id' | 'supersedes' | 'carried'> & { readonly now: Temporal.Instant },
): NewDecision {
  const { subject, supplier = '', proposal, evidence, predicted, basis, waitCostMinorPerDay } = found;
  const { risk, fingerprint, expiresAt } = found;
  return {
    ...{ id: given.id, kind: kind.id, subject, supplier, proposal, evidence, predicted, basis, risk },
    ...{ fields: kind.fieldsOf(proposal), waitCostMinorPerDay, reversibility: kind.reversibility },
    ...{ proposedBy: proposerOf(kind), proposedAt: given.now, fingerprint, expiresAt },
    ...{ supersedes: given.supersedes, carried: given.carried },
    amountMinor: kind.weightOf(proposal).amountMinor,
  };
}
