import type { Session, Warehouse } from '../../../platform/warehouse/index.ts';
import type { FactSources } from '../facts/sources.ts';
import { EVENT_COLUMNS } from '../warehouse/schema.ts';
import { rollSessions } from './roll-sessions.ts';

type Sources = Pick<FactSources, 'eventParts' | 'channelOf'>;

/**
 * Copies the parts of the event log that were not seen yet, each in one transaction with the sessions that its events
 * make or change. The collector puts the parts of a day into one: what is in the warehouse already is not taken again.
 *
 * @returns how many parts there were
 */
export async function feedEvents(
  warehouse: Warehouse,
  sources: Sources,
  { zone }: { readonly zone: string },
): Promise<number> {
  const fed = new Set((await warehouse.rows<{ name: string }>('select name from fed_part')).map(nameOf));
  const listed = (await Array.fromAsync(sources.eventParts.list())).map(nameOf);
  const isNew = listed.filter((name) => !fed.has(name));
  for (const name of isNew) {
    const part = await sources.eventParts.open(name);
    // It went into another part meanwhile, which the next round lists.
    if (part === undefined) continue;
    try {
      await warehouse.change((session) => feedPart(session, { name, path: part.path, zone }, sources));
    } finally {
      await part.release();
    }
  }
  const there = new Set(listed);
  const gone = [...fed].filter((name) => !there.has(name));
  if (gone.length > 0) {
    await warehouse.change(async (session) => {
      for (const name of gone) await session.run('delete from fed_part where name = $1', [name]);
    });
  }
  return isNew.length;
}

async function feedPart(
  session: Session,
  { name, path, zone }: { readonly name: string; readonly path: string; readonly zone: string },
  { channelOf }: Sources,
): Promise<void> {
  const columns = EVENT_COLUMNS.join(', ');
  await session.run(`create or replace temp table logged_event as select ${columns} from read_parquet($1)`, [
    path,
  ]);
  // Events of other days cannot be repeated here: only the part's own span of the table is read.
  await session.run(`create or replace temp table new_event as
    select * from logged_event where id not in (
      select id from event where happened_at >= (select min(happened_at) from logged_event)
        and happened_at <= (select max(happened_at) from logged_event))
    qualify row_number() over (partition by id order by arrived_at) = 1`);
  await session.run(`insert into event select ${columns} from new_event order by happened_at`);
  await rollSessions(session, { zone, channelOf });
  await session.run('insert into fed_part values ($1)', [name]);
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
