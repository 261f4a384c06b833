import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import { insertUnsubscribed } from '../store/runs.ts';
import { selectSchedule } from '../store/schedules.ts';
import type { Schedule } from './schedule.ts';
import { openUnsubscribeToken } from './unsubscribe-token.ts';

type Unknown = Refusal<'not_found'>;

/** What a mail's way out is about; `not_found` also where the schedule is gone: nothing comes of it any more. */
export async function readUnsubscribing(
  db: Db,
  secrets: Pick<Secrets, 'open'>,
  token: string,
): Promise<Result<{ readonly schedule: Schedule; readonly email: string }, Unknown>> {
  const of = openUnsubscribeToken(secrets, token);
  const schedule = of && (await selectSchedule(db, of.scheduleId));
  if (of === undefined || schedule === undefined)
    return refuse('not_found', 'this is no way out of anything');
  return ok({ schedule, email: of.email });
}

/** Sends this address nothing more of this schedule, also when somebody puts it in again. */
export async function unsubscribe(
  tx: Tx,
  secrets: Pick<Secrets, 'open'>,
  { token, now }: { readonly token: string; readonly now: Temporal.Instant },
): Promise<Result<undefined, Unknown>> {
  const found = await readUnsubscribing(tx, secrets, token);
  if (!found.ok) return found;
  await insertUnsubscribed(tx, found.value.schedule.id, found.value.email, now);
  return ok(undefined);
}
