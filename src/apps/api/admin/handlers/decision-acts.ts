import { fromDecimal, ok, type Result, refuse } from '../../../../kernel/index.ts';
import {
  approveDecision,
  builtInKinds,
  type Decision,
  type DecisionId,
  editDecision,
  readDecision,
  readSteps,
  rejectDecision,
  reopenDecision,
  undoDecision,
} from '../../../../modules/decisions/index.ts';
import type { Caller, Handlers } from '../../../../platform/api/index.ts';
import { type Db, transactOrRefuse } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { decisionEndpoints } from '../contract/decisions.ts';
import type { AdminDeps } from '../deps.ts';
import { mayDecide, wholeAnswer } from './decision-answers.ts';

type Acts = Pick<
  Handlers<typeof decisionEndpoints>,
  ('approveDecision' | 'rejectDecision' | 'reopenDecision' | 'undoDecision' | 'editDecision') | 'decideMany'
>;

/** What is done to decisions, by who may do what they change. */
export function decisionActHandlers(deps: AdminDeps): Acts {
  const { db } = deps;
  const kinds = builtInKinds(deps.system.analytics);
  const { admit, approve, reject } = decidersOf(deps);
  const whole = async (from: Db, decision: Decision, caller: Caller) => {
    const steps = await readSteps(from, decision.id);
    return ok(wholeAnswer(decision, steps, { caller, kind: kinds.get(decision.kind) }));
  };
  return {
    approveDecision: async ({ params: { id }, body: { version }, caller, now }) => {
      const done = await approve({ id, version }, caller, now);
      return done.ok ? whole(db, done.value, caller) : done;
    },
    rejectDecision: async ({ params: { id }, body: { reason, version }, caller, now, tx }) => {
      const admitted = await admit(id, caller);
      if (!admitted.ok) return admitted;
      const done = await rejectDecision(tx, {
        ...decidingOf({ id, version }),
        reason,
        by: actorOf(caller),
        now,
      });
      return done.ok ? whole(tx, done.value, caller) : done;
    },
    reopenDecision: async ({ params: { id }, caller, now, tx }) => {
      const admitted = await admit(id, caller);
      if (!admitted.ok) return admitted;
      const done = await reopenDecision(tx, { id, by: actorOf(caller), now });
      return done.ok ? whole(tx, done.value, caller) : done;
    },
    undoDecision: async ({ params: { id }, caller, now, tx }) => {
      const admitted = await admit(id, caller);
      if (!admitted.ok) return admitted;
      const done = await undoDecision(tx, kinds, { id, by: actorOf(caller), now });
      return done.ok ? whole(tx, done.value, caller) : done;
    },
    editDecision: async ({ params: { id }, body: { fields, version }, caller, now }) => {
      const admitted = await admit(id, caller);
      if (!admitted.ok) return admitted;
      const edits = editsOf(admitted.value, fields);
      if (!edits.ok) return edits;
      const deciding = { ...decidingOf({ id, version }), edits: edits.value, by: actorOf(caller), now };
      const done = await transactOrRefuse(db, (tx) => editDecision(tx, kinds, deciding));
      return done.ok ? whole(db, done.value, caller) : done;
    },
    decideMany: async ({ body: { act, decisions, reason }, caller, now }) => {
      if (act === 'reject' && reason === undefined) {
        return refuse('reason_required', 'who says no says why', 'reason');
      }
      const done: string[] = [];
      const refused: { id: string; code: string; message: string }[] = [];
      for (const given of decisions) {
        const told: Result<Decision> =
          act === 'approve'
            ? await approve(given, caller, now)
            : await reject(given, reason ?? '', caller, now);
        if (told.ok) done.push(given.id);
        else refused.push({ id: given.id, code: told.refusal.code, message: told.refusal.message });
      }
      return ok({ done, refused });
    },
  };
}

/** Approving and rejecting, one or many, each with the permission for what it changes. */
function decidersOf({ db, reads, system }: AdminDeps) {
  const kinds = builtInKinds(system.analytics);
  const admit = async (id: DecisionId, caller: Caller) => {
    const decision = await readDecision(reads, id);
    if (decision === undefined) return refuse('not_found', 'there is no such decision', 'id');
    const kind = kinds.get(decision.kind);
    return mayDecide(caller, kind)
      ? ok(decision)
      : refuse('permission_needed', `who decides on this needs ${kind?.permission ?? 'its kind'}`);
  };
  return {
    admit,
    approve: async (given: Given, caller: Caller, now: Temporal.Instant) => {
      const admitted = await admit(given.id, caller);
      if (!admitted.ok) return admitted;
      return approveDecision(db, kinds, { ...decidingOf(given), by: actorOf(caller), now });
    },
    reject: async (given: Given, reason: string, caller: Caller, now: Temporal.Instant) => {
      const admitted = await admit(given.id, caller);
      if (!admitted.ok) return admitted;
      const deciding = { ...decidingOf(given), reason, by: actorOf(caller), now };
      return transactOrRefuse(db, (tx) => rejectDecision(tx, deciding));
    },
  };
}

type Given = { readonly id: DecisionId; readonly version?: string | undefined };

function decidingOf({ id, version }: Given) {
  return {
    id,
    expectedVersion: version !== undefined && /^\d{1,18}$/.test(version) ? BigInt(version) : undefined,
  };
}

/** A person's changes as kinds take them: money in minor units. */
function editsOf(
  { fields, predicted: { currency } }: Decision,
  given: readonly { readonly key: string; readonly value: string }[],
) {
  const edits: Record<string, string> = {};
  for (const { key, value } of given) {
    const field = fields.find((one) => one.key === key);
    if (field === undefined || !field.isEditable) {
      return refuse('not_editable', `"${key}" is nothing that could be changed here`, `fields.${key}`);
    }
    const amount = field.unit === 'money' ? fromDecimal(value, currency)?.minor : undefined;
    if (field.unit === 'money' && amount === undefined) {
      return refuse('invalid_edit', `${value} is no amount in ${currency}`, `fields.${key}`);
    }
    edits[key] = amount === undefined ? value : String(amount);
  }
  return ok(edits);
}
