import { openWarehouse, type Session, type Warehouse } from '../../../platform/warehouse/index.ts';
import type { WaitingEvent } from '../../collector/index.ts';
import type { LiveAnswer } from './live-answer.ts';
import { MINUTES, readLiveRows } from './live-rows.ts';
import type { LiveSources } from './live-sources.ts';

export type Live = {
  readonly read: (now: Temporal.Instant) => Promise<LiveAnswer>;
  readonly close: () => Promise<void>;
};

/** Who looks within so long is told the same: however many look, it is read once. */
export const SAME_FOR_MS = 3_000;
const MEMORY_MB = 96;

/**
 * The last half hour of events, kept in memory: parts of the log as they come, each once, and what still waits in the inbox.
 */
export function openLive(sources: LiveSources): Live {
  let opened: Promise<Warehouse> | undefined;
  let position: bigint | undefined;
  let last: { readonly atMs: number; readonly answer: Promise<LiveAnswer> } | undefined;
  const readAnew = async (now: Temporal.Instant): Promise<LiveAnswer> => {
    opened ??= openMemory();
    const memory = await opened;
    const since = now.subtract({ minutes: MINUTES });
    // What waits first: an event that is logged meanwhile is there twice and counted once, never not at all.
    const waiting = await sources.waiting();
    const after = position ?? (await sources.lastBefore(since));
    const parts = await sources.parts(after);
    const from = since.toZonedDateTimeISO('UTC').toPlainDate();
    await memory.change(async (session) => {
      for (const part of parts) {
        if (Temporal.PlainDate.compare(part.day, from) >= 0) await addPart(session, sources, part, after);
      }
      await session.run('delete from recent where happened_at < $1', [since]);
      await session.run('delete from waiting');
      await session.append('waiting', waiting.map(cellsOf));
    });
    position = parts.reduce((most, { lastNumber }) => (lastNumber > most ? lastNumber : most), after);
    const orders = await sources.orders();
    return {
      ...(await readLiveRows(memory, sources, now)),
      orders: orders.filter(({ placedAt }) => Temporal.Instant.compare(placedAt, since) >= 0),
    };
  };
  return {
    read: (now) => {
      const isSame = last !== undefined && Math.abs(now.epochMilliseconds - last.atMs) < SAME_FOR_MS;
      if (last === undefined || !isSame) {
        const answer = readAnew(now);
        const asked = { atMs: now.epochMilliseconds, answer };
        last = asked;
        // What failed is asked for anew at once.
        answer.catch(() => {
          if (last === asked) last = undefined;
        });
      }
      return last.answer;
    },
    close: async () => {
      await last?.answer.catch(() => undefined);
      if (opened !== undefined) await (await opened).close();
    },
  };
}

const COLUMNS = [
  ...['id', 'happened_at', 'name', 'visitor', 'path', 'country', 'device', 'source', 'medium'],
  ...['campaign', 'click_id', 'referrer_host'],
].join(', ');

async function openMemory(): Promise<Warehouse> {
  const memory = await openWarehouse({ memoryMb: MEMORY_MB, threads: 1, readers: 1 });
  await memory.change(async (session) => {
    for (const table of ['recent', 'waiting']) {
      await session.run(`create table ${table} (id varchar, happened_at timestamp, name varchar, visitor varchar,
        path varchar, country varchar, device varchar, source varchar, medium varchar,
        campaign varchar, click_id varchar, referrer_host varchar)`);
    }
  });
  return memory;
}

async function addPart(
  session: Session,
  { open }: LiveSources,
  part: Awaited<ReturnType<LiveSources['parts']>>[number],
  after: bigint,
): Promise<void> {
  const { path, release } = await open(part);
  try {
    await session.run(
      `insert into recent select ${COLUMNS} from read_parquet($1)
        where part > $2 and visitor is not null and id not in (select id from recent)`,
      [path, after],
    );
  } finally {
    await release();
  }
}

function cellsOf(event: WaitingEvent) {
  return [
    ...[event.id, event.happenedAt, event.name, event.visitor, event.path ?? null, event.country ?? null],
    ...[event.device ?? null, event.source ?? null, event.medium ?? null],
    ...[event.campaign ?? null, event.clickId ?? null, event.referrerHost ?? null],
  ];
}
