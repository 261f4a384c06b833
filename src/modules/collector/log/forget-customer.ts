import { ok, refuse } from '../../../kernel/index.ts';
import { transactOrRefuse } from '../../../platform/database/index.ts';
import { forgetInInbox, forgetInQuarantine } from '../store/inbox.ts';
import { insertParts, listEventParts, nextPartNumber, replaceParts } from '../store/parts.ts';
import { EVENT_COLUMNS } from './line.ts';
import type { LogDeps } from './log-events.ts';
import { type EventPart, partKey } from './part.ts';
import { fetchParts, inWorkshop, literal, storePart } from './workshop.ts';

/**
 * Takes a customer out of all events (GDPR, article 17): what they did stays as a visitor's, who is nobody's any more. Parts
 * that name them are written again with the same events and numbers; the files they replace are gone after a week. Cut off
 * anywhere, it can be done again.
 *
 * @returns how many parts were written again
 */
export async function forgetCustomer(
  deps: LogDeps,
  input: { readonly customerId: string; readonly now: Temporal.Instant; readonly signal?: AbortSignal },
): Promise<number> {
  const { db } = deps;
  // First: what is in the inbox gets new numbers, so that a run of the log that has read it already is overtaken.
  await forgetInInbox(db, input.customerId);
  await forgetInQuarantine(db, input.customerId);
  let written = 0;
  for (const part of await listEventParts(db)) {
    input.signal?.throwIfAborted();
    if (await rewrite(deps, part, input)) written += 1;
  }
  return written;
}

/** @returns whether the part named them. @throws Error when somebody merged it meanwhile: to be done again */
async function rewrite(
  { db, files }: LogDeps,
  part: EventPart,
  { customerId, now }: { readonly customerId: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const rewritten = await inWorkshop(async (workshop) => {
    const { session } = workshop;
    const table = await fetchParts(workshop, files, [part]);
    const isTheirs = `customer_id is not distinct from ${literal(customerId)}`;
    const [found] = await session.rows<{ count: bigint }>(
      `select count(*) as count from ${table} where ${isTheirs}`,
    );
    if (found?.count === 0n) return undefined;
    const columns = EVENT_COLUMNS.map(([name]) => {
      if (name === 'customer_id')
        return `case when ${isTheirs} then null else customer_id end as customer_id`;
      return name === 'mode' ? `case when ${isTheirs} then 'consented' else mode end as mode` : name;
    });
    await session.run(`create table forgetful as select ${columns.join(', ')} from ${table}`);
    const key = partKey(part.day.toString(), await nextPartNumber(db));
    return { ...part, key, ...(await storePart(workshop, files, { table: 'forgetful', key })) };
  });
  if (rewritten === undefined) return false;
  const done = await transactOrRefuse(db, async (tx) => {
    if (!(await replaceParts(tx, [part.key], now))) return refuse('overtaken', `${part.key} was merged`);
    await insertParts(tx, [rewritten], now);
    return ok(true);
  });
  if (!done.ok) throw new Error(done.refusal.message);
  return true;
}
