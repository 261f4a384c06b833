import type { Session, Warehouse } from '../../../platform/warehouse/index.ts';
import type { EventPart, FactSources } from '../facts/sources.ts';
import { EVENT_COLUMNS } from '../warehouse/schema.ts';
import { readPosition, writePosition } from './position.ts';
import { rollDays } from './roll-days.ts';
import { rollSearches } from './roll-searches.ts';
import { rollSessions } from './roll-sessions.ts';

type Sources = Pick<FactSources, 'eventParts' | 'channelOf'>;

/** So many events, and parts, are copied in one transaction at most; a larger part is one of its own. */
const MOST_EVENTS = 150_000n;
const MOST_PARTS = 40;

/**
 * Copies the events of parts of the log that were not read yet, some parts in one transaction with the sessions that their
 * events make or change. Cut off between two of them, it begins again with the first: what is there already is not taken
 * again.
 */
export async function feedEvents(
  warehouse: Warehouse,
  sources: Sources,
  { zone }: { readonly zone: string },
): Promise<void> {
  const after = (await readPosition(warehouse, 'events'))?.id ?? 0n;
  // Before the list: what is taken out after it is found at the next time.
  const xid = await sources.eventParts.revision();
  const parts = await sources.eventParts.list(after);
  if (parts.length === 0) return;
  for (const some of together(parts)) {
    const open: Awaited<ReturnType<FactSources['eventParts']['open']>>[] = [];
    try {
      for (const part of some) open.push(await sources.eventParts.open(part));
      const paths = open.map(({ path }) => path);
      await warehouse.change((session) => feedParts(session, { paths, after, zone }, sources));
    } finally {
      for (const { release } of open) await release();
    }
  }
  // Of all of them at once: a part that several were put into may hold some from before and after another.
  const id = parts.reduce((last, { lastNumber }) => (lastNumber > last ? lastNumber : last), after);
  await warehouse.change((session) => writePosition(session, 'events', { xid, id }));
}

/** Whether events that were copied may be gone from the log: what follows from them is then to be made anew. */
export async function hasLostEvents(
  warehouse: Pick<Warehouse, 'rows'>,
  { eventParts }: Pick<FactSources, 'eventParts'>,
): Promise<boolean> {
  const position = await readPosition(warehouse, 'events');
  return position !== undefined && position.xid !== (await eventParts.revision());
}

function together(parts: readonly EventPart[]): EventPart[][] {
  const groups: EventPart[][] = [];
  let events = 0n;
  for (const part of parts) {
    const open = groups.at(-1);
    events += part.events;
    if (open !== undefined && events <= MOST_EVENTS && open.length < MOST_PARTS) open.push(part);
    else {
      groups.push([part]);
      events = part.events;
    }
  }
  return groups;
}

async function feedParts(
  session: Session,
  {
    paths,
    after,
    zone,
  }: { readonly paths: readonly string[]; readonly after: bigint; readonly zone: string },
  { channelOf }: Sources,
): Promise<void> {
  const columns = EVENT_COLUMNS.join(', ');
  const files = paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ');
  await session.run(
    `create or replace temp table logged_event as select ${columns} from read_parquet([${files}]) where part > $1`,
    [after],
  );
  // Events of other days cannot be repeated here: only the parts' own span of the table is read.
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
