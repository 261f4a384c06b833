import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Db, Tx } from '../../database/index.ts';
import type { Admitted } from '../admit.ts';
import type { Once } from '../idempotency/once.ts';
import type { AnyCall, AnyHandled, Mounted } from '../mounted.ts';
import { attemptOf, seenBy } from './attempt.ts';
import type { Attempt, Audit } from './audit.ts';
import { look, type Sight } from './look.ts';
import { subjectsOf } from './subject.ts';
import type { Watch } from './watch-of.ts';

/** Runs the handler and keeps in its own transaction what it changed: both commit, or neither. */
export async function watchInTransaction(
  mounted: Mounted,
  call: AnyCall & { readonly tx: Tx },
): Promise<AnyHandled> {
  const { audit, watch, handler } = mounted;
  if (audit === undefined || watch === undefined) return handler(call);
  const watching = { mounted, audit, watch, call, db: call.tx };
  const before = await lookAt(watching, subjectsOf(watch, call));
  const handled = await handler(call);
  if (handled.ok) await audit.keep(call.tx, await whatWasDone(watching, before, handled));
  return handled;
}

/** What a transaction refused was taken back with all that was kept in it, so that it is kept by itself. */
export async function watchRefused(mounted: Mounted, call: AnyCall, work: Promise<Once>): Promise<Once> {
  const once = await work.catch(async (error: unknown) => {
    await keepAlone(mounted, call, { outcome: 'failed' });
    throw error;
  });
  if ('reply' in once && !once.isReplayed && once.reply.code !== undefined) {
    await keepAlone(mounted, call, { outcome: 'refused', code: once.reply.code });
  }
  return once;
}

/** Runs a handler that has transactions of its own: what is asked is kept before, what came of it after. */
export async function watchAround(mounted: Mounted, call: AnyCall): Promise<AnyHandled> {
  const { audit, watch, handler, db } = mounted;
  if (audit === undefined || watch === undefined) return handler(call);
  const attemptId = randomUUID();
  await keepAlone(mounted, call, { attemptId, outcome: 'asked' });
  try {
    const watching = { mounted, audit, watch, call, db };
    const before = await lookAt(watching, subjectsOf(watch, call));
    const handled = await handler(call);
    if (handled.ok) await audit.keep(db, { ...(await whatWasDone(watching, before, handled)), attemptId });
    else await keepAlone(mounted, call, { attemptId, outcome: 'refused', code: handled.refusal.code });
    return handled;
  } catch (error) {
    await keepAlone(mounted, call, { attemptId, outcome: 'failed' });
    throw error;
  }
}

/** Keeps that somebody who is known tried what they may not. */
export async function keepForbidden(
  mounted: Mounted,
  request: FastifyRequest,
  { problem, forbidden: caller }: Extract<Admitted, { readonly problem: unknown }>,
  now: Temporal.Instant,
): Promise<void> {
  if (caller === undefined) return;
  const { params, ip, headers } = request;
  const userAgent = headers['user-agent'];
  const about = { caller, now, ip, userAgent, headers, origin: '' };
  const call = { params, body: undefined, query: undefined, ...about };
  await keepAlone(mounted, call, { outcome: 'refused', code: problem.code });
}

type Part = Pick<Attempt, 'outcome'> & Partial<Pick<Attempt, 'attemptId' | 'code'>>;

async function keepAlone(mounted: Mounted, call: AnyCall, part: Part): Promise<void> {
  const { audit, watch, db } = mounted;
  if (audit === undefined || watch === undefined) return;
  await audit.keep(db, { ...attemptOf(mounted, watch, call, subjectsOf(watch, call)), ...part });
}

type Watching = {
  readonly mounted: Mounted;
  readonly audit: Audit;
  readonly watch: Watch;
  readonly call: AnyCall;
  /** The deed's transaction, where it has one. */
  readonly db: Db;
};

async function whatWasDone(watching: Watching, before: Sight, handled: AnyHandled): Promise<Attempt> {
  const { mounted, watch, call } = watching;
  const answer = 'value' in handled ? handled.value : undefined;
  const ids = subjectsOf(watch, call, answer);
  const after = await lookAt(watching, ids);
  const attempt = attemptOf(mounted, watch, call, ids);
  // Of many that no GET shows together, which they are.
  if (watch.read === undefined) return ids.length > 1 ? { ...attempt, after: { ids } } : attempt;
  return { ...attempt, ...seenBy(watch.read, before, after) };
}

function lookAt({ audit, watch, call, db }: Watching, ids: readonly string[]): Promise<Sight> {
  const { read, id } = watch;
  if (read === undefined || (id.length > 0 && ids.length === 0)) {
    return Promise.resolve({ value: undefined, isItem: false });
  }
  return look({ read, handlers: audit.readsIn(db), call, ids, idName: id.at(-1) ?? '' });
}
