import { differencesBetween, type Json, keepEntry } from '../../../modules/audit/index.ts';
import type { Attempt, Audit, Caller } from '../../../platform/api/index.ts';
import { actorOf } from './actor.ts';
import type { AdminDeps } from './deps.ts';
import { adminHandlers } from './handlers/all.ts';

/** Keeps what is done by the admin API in the audit log, with what its own reads show before and after. */
export function adminAudit(deps: AdminDeps): Audit {
  return {
    keep: async (db, attempt) => {
      const { caller, before, after, userAgent = '', guarded, personal, ...rest } = attempt;
      const rules = {
        // How people are called and reached is not kept at all: it could not be taken out again when they ask.
        hidden: [...personal, ...pathsOf(attempt, 'contacts:read')],
        guarded: guarded.filter(({ permission }) => permission !== 'contacts:read'),
      };
      const differences = differencesBetween(jsonOf(before), jsonOf(after), rules);
      await keepEntry(db, { ...rest, ...whoIs(caller), userAgent, differences });
    },
    // Everything that reads is asked of the transaction that writes, so that it sees what is not committed yet.
    readsIn: (db) => adminHandlers({ ...deps, db, reads: db, orders: { ...deps.orders, db, reads: db } }),
  };
}

function whoIs(caller: Caller) {
  return {
    actor: actorOf(caller),
    actorName: 'name' in caller ? caller.name : '',
    sessionId: caller.kind === 'staff' ? caller.sessionId : '',
  };
}

function pathsOf({ guarded }: Attempt, permission: string): (readonly string[])[] {
  return guarded.filter((field) => field.permission === permission).map(({ path }) => path);
}

/** What an answer is when it is sent. */
function jsonOf(value: unknown): Json | undefined {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
