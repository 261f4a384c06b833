import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Connection, connectBeside } from '../../../platform/database/index.ts';
import type { EventFacts, EventInput, Visitor } from '../event.ts';
import { type Circumstances, lineOf } from '../log/line.ts';
import type { Brought, DropReason } from '../store/take-in.ts';
import { EARLY_SECONDS, LATE_DAYS } from '../validate/limits.ts';
import type { Problem } from '../validate/params.ts';
import { readEvent } from '../validate/read-event.ts';
import { type Maker, type Suspicion, suspicionOf } from '../visit/bots.ts';
import { deviceOf } from '../visit/device.ts';
import { Intake } from './intake.ts';
import { Salts } from './salts.ts';
import { VisitorBook } from './visitor-book.ts';
import { type Traces, visitorToday } from './visitor-hash.ts';

/** Who sends: a visitor's browser, or a server that says whose events they are. */
export type Sender =
  | (Traces &
      Omit<Maker, 'perMinute'> & {
        readonly kind: 'browser';
        /** From a cookie that is set only with consent: letters, digits, `.`, `_` and `-`. */
        readonly visitorId?: string | undefined;
        readonly customerId?: string | undefined;
        readonly country?: string | undefined;
        readonly hasGpc: boolean;
      })
  | (Visitor & { readonly kind: 'server'; readonly userAgent?: string; readonly country?: string });

export type EventBatch = {
  readonly events: readonly EventInput[];
  readonly sender: Sender;
  readonly now: Temporal.Instant;
};

/** What became of the events: those that are suspect count as accepted, and nobody is told that they are. */
export type Collected = {
  readonly accepted: number;
  readonly refused: readonly { readonly index: number; readonly problems: readonly Problem[] }[];
};

export type Collector = {
  /**
   * Takes events in. Those that are accepted are committed when it answers; `busy` and what it throws (a database that
   * does not answer) leave nothing behind, and the sender keeps all.
   */
  readonly collect: (batch: EventBatch) => Promise<Result<Collected, Refusal<'busy'>>>;
  readonly close: () => Promise<void>;
};

/** Opens the way in, over two connections of its own: the shop's are never taken, however much comes. */
export function openCollector(
  connection: Connection,
  options: { readonly mostWaiting?: number } = {},
): Collector {
  const { db, close } = connectBeside(connection, { size: 2, withinMs: 5_000 });
  const intake = new Intake(db, options);
  const salts = new Salts(db);
  const book = new VisitorBook();
  const collect = async (batch: EventBatch) => {
    checkVisitor(batch.sender);
    const read = readAll(batch);
    const known = read.events.length === 0 ? undefined : await recognise({ salts, book }, batch);
    const lines = known === undefined ? [] : read.events.map((event) => lineOf(event, known.about));
    const reason = known?.suspicion;
    const brought: Brought = {
      arrivedAt: batch.now,
      lines: reason === undefined ? lines : [],
      suspect: reason === undefined ? [] : lines.map((line) => ({ reason, line })),
      dropped: read.dropped,
    };
    if (!(await intake.take(brought))) return BUSY;
    return ok({ accepted: lines.length, refused: read.refused });
  };
  return { collect, close };
}

const VISITOR = /^[\w.-]{1,100}$/;

/** An id that the log could not read would stop it for all. */
function checkVisitor(sender: Sender): void {
  const id = sender.kind === 'server' ? sender.visitor : sender.visitorId;
  if (id !== undefined && !VISITOR.test(id)) throw new RangeError('a visitor has an id of 1 to 100 letters');
}

const BUSY = refuse('busy', 'too many events wait at the moment: send these again in a while');

type Read = Pick<Collected, 'refused'> & {
  readonly events: readonly EventFacts[];
  readonly dropped: readonly DropReason[];
};

function readAll({ events: given, now }: EventBatch): Read {
  const events: EventFacts[] = [];
  const dropped: DropReason[] = [];
  const refused: { index: number; problems: readonly Problem[] }[] = [];
  for (const [index, one] of given.entries()) {
    const read = readEvent(one);
    const untimely = problemOfTime(one.happenedAt, now);
    if (read.ok && untimely === undefined) events.push(read.event);
    else {
      const problems = [...(untimely ? [untimely.problem] : []), ...(read.ok ? [] : read.problems)];
      refused.push({ index, problems });
      dropped.push(untimely?.reason ?? 'invalid');
    }
  }
  return { events, dropped, refused };
}

function problemOfTime(
  happenedAt: Temporal.Instant,
  now: Temporal.Instant,
): { readonly reason: DropReason; readonly problem: Problem } | undefined {
  const field = 'happened_at';
  const agoMs = now.epochMilliseconds - happenedAt.epochMilliseconds;
  if (agoMs > LATE_DAYS * 86_400_000) {
    return { reason: 'late', problem: { field, message: `is more than ${LATE_DAYS} days ago` } };
  }
  if (agoMs >= -EARLY_SECONDS * 1000) return undefined;
  return { reason: 'invalid', problem: { field, message: 'lies ahead' } };
}

type Known = { readonly about: Circumstances; readonly suspicion: Suspicion | undefined };

async function recognise(
  { salts, book }: { readonly salts: Salts; readonly book: VisitorBook },
  { sender, events, now }: EventBatch,
): Promise<Known> {
  const country = sender.country === undefined ? {} : { country: sender.country };
  if (sender.kind === 'server') {
    const { kind: _kind, userAgent, ...visitor } = sender;
    const device = userAgent === undefined ? {} : deviceOf(userAgent);
    const about = { ...visitor, ...device, ...country, arrivedAt: now, hasGpc: false };
    return { about, suspicion: undefined };
  }
  const nowMs = now.epochMilliseconds;
  const hash = visitorToday(await salts.live(now), sender, { book, nowMs });
  const perMinute = book.note(hash, events.length, nowMs);
  return {
    about: {
      ...visitorOf(sender, hash),
      ...deviceOf(sender.userAgent),
      ...country,
      arrivedAt: now,
      hasGpc: sender.hasGpc,
    },
    suspicion: suspicionOf({ ...sender, perMinute }),
  };
}

function visitorOf({ visitorId, customerId }: Extract<Sender, { kind: 'browser' }>, hash: string): Visitor {
  if (visitorId === undefined) return { mode: 'cookieless', visitor: hash };
  if (customerId === undefined) return { mode: 'consented', visitor: visitorId };
  return { mode: 'signed_in', visitor: visitorId, customerId };
}
