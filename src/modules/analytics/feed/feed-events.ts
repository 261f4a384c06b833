import type { Session, Warehouse } from '../../../platform/warehouse/index.ts';
import type { FactSources } from '../facts/sources.ts';
import { EVENT_COLUMNS } from '../warehouse/schema.ts';
import { readPosition, writePosition } from './position.ts';
import { rollDays } from './roll-days.ts';
import { rollSearches } from './roll-searches.ts';
import { rollSessions } from './roll-sessions.ts';

type Sources = Pick<FactSources, 'eventParts' | 'channelOf'>;

/**
 * Copies the events of parts of the log that were not read yet, each part in one transaction with the sessions that its
 * events make or change. Cut off between two parts, it begins again with the first: what is there already is not taken
 * again.
 */
export async function feedEvents(
  warehouse: Warehouse,
  sources: Sources,
  { zone }: { readonly zone: string },
): Promise<void> {
  const after = (await readPosition(warehouse, 'events'))?.id ?? 0n;
  const parts = await sources.eventParts.list(after);
  if (parts.length === 0) return;
  for (const part of parts) {
    const { path, release } = await sources.eventParts.open(part);
    try {
      await warehouse.change((session) => feedPart(session, { path, after, zone }, sources));
    } finally {
      await release();
    }
  }
  // Of all of them at once: a part that several were put into may hold some from before and after another.
  const id = parts.reduce((last, { lastNumber }) => (lastNumber > last ? lastNumber : last), after);
  await warehouse.change((session) => writePosition(session, 'events', { xid: 0n, id }));
}

async function feedPart(
  session: Session,
  { path, after, zone }: { readonly path: string; readonly after: bigint; readonly zone: string },
  { channelOf }: Sources,
): Promise<void> {
  const columns = EVENT_COLUMNS.join(', ');
  await session.run(
    `create or replace temp table logged_event as select ${columns} from read_parquet($1) where part > $2`,
    [path, after],
  );
  // Events of other days cannot be repeated here: only the part's own span of the table is read.
  await session.run(`create or replace temp table new_event as
    select * from logged_event where id not in (
      select id from event where happened_at >= (select min(happened_at) from logged_event)
        and happened_at <= (select max(happened_at) from logged_event))
    qualify row_number() over (partition by id order by arrived_at) = 1`);
  await session.run(`insert into event select ${columns} from new_event order by happened_at`);
  await rollSessions(session, { zone, channelOf });
  await rollSearches(session);
  await rollDays(session, { zone });
}
