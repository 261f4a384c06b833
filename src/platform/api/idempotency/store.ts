import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../database/index.ts';
import { type ApiProblem, problem } from '../problem.ts';
import { type Claim, openAnswer, type Reply, sealAnswer } from './key.ts';

/** A request with the same key was here before. */
export type Earlier = { readonly replay: Reply } | { readonly problem: ApiProblem };

type Row = { fingerprint: Buffer; status: number | null; answer: Buffer | null };

/** How long a request may be under way before a repetition takes its place: longer than any request may last. */
const TAKEN_OVER_AFTER = '60 seconds';

/** In the effect's transaction: makes the key this request's own, unless another has it or had it. */
export async function claimInTransaction(tx: Tx, claim: Claim): Promise<Earlier | undefined> {
  const { rows } = await sql<Row & { is_mine: boolean }>`
    select pg_try_advisory_xact_lock(${claim.digest.readBigInt64BE()}) as is_mine, fingerprint, status, answer
    from (select) as once left join platform.idempotency_key on digest = ${claim.digest}`.execute(tx);
  const [row] = rows;
  if (row?.fingerprint) return earlierOf(claim, row);
  return row?.is_mine ? undefined : { problem: IN_FLIGHT };
}

/** Keeps the answer in the effect's transaction. A unique violation: another request was quicker by a moment. */
export async function keepInTransaction(tx: Tx, claim: Claim, reply: Reply): Promise<void> {
  await sql`
    insert into platform.idempotency_key (digest, fingerprint, status, answer)
    values (${claim.digest}, ${claim.fingerprint}, ${reply.status}, ${sealed(claim, reply)})`.execute(tx);
}

/** Keeps a refusal, which has no effect that it would have to commit with. The first one stays. */
export async function keepRefusal(db: Db, claim: Claim, reply: Reply): Promise<void> {
  await sql`
    insert into platform.idempotency_key (digest, fingerprint, status, answer)
    values (${claim.digest}, ${claim.fingerprint}, ${reply.status}, ${sealed(claim, reply)})
    on conflict (digest) do nothing`.execute(db);
}

/**
 * First phase: a row that says that the request is under way. One that was left behind by a crash is taken over. Nobody
 * waits for the disk: whatever the request commits afterwards takes this row there before it, and a claim that is lost
 * with a machine that commits nothing more has had no effect.
 */
export async function claimKey(db: Db, claim: Claim): Promise<Earlier | undefined> {
  const { rows: mine } = await sql`
    insert into platform.idempotency_key as kept (digest, fingerprint)
    values (${claim.digest}, ${claim.fingerprint})
    on conflict (digest) do update set claimed_at = now()
      where kept.status is null and kept.fingerprint = excluded.fingerprint
        and kept.claimed_at < now() - ${TAKEN_OVER_AFTER}::interval
    returning set_config('synchronous_commit', 'off', true)`.execute(db);
  if (mine.length > 0) return undefined;
  const { rows } = await sql<Row>`
    select fingerprint, status, answer from platform.idempotency_key
    where digest = ${claim.digest}`.execute(db);
  const [row] = rows;
  // It was given up between the two statements: the sender asks again.
  return row === undefined ? { problem: IN_FLIGHT } : earlierOf(claim, row);
}

/** Second phase. */
export async function completeKey(db: Db, claim: Claim, reply: Reply): Promise<void> {
  await sql`
    update platform.idempotency_key set status = ${reply.status}, answer = ${sealed(claim, reply)}
    where digest = ${claim.digest}`.execute(db);
}

/** The request failed: repeating it is trying again. */
export async function giveUpKey(db: Db, claim: Claim): Promise<void> {
  await sql`
    delete from platform.idempotency_key where digest = ${claim.digest} and status is null`.execute(db);
}

function earlierOf(claim: Claim, { fingerprint, status, answer }: Row): Earlier {
  if (!claim.fingerprint.equals(fingerprint)) return { problem: REUSED };
  if (status === null || answer === null) return { problem: IN_FLIGHT };
  return { replay: { status, text: openAnswer(claim.secret, answer) } };
}

function sealed(claim: Claim, reply: Reply): Buffer {
  return sealAnswer(claim.secret, randomBytes(12), reply.text);
}

const IN_FLIGHT: ApiProblem = {
  ...problem(
    409,
    'idempotency_in_flight',
    'a request with this Idempotency-Key is under way',
    'Idempotency-Key',
  ),
  headers: { 'retry-after': '1' },
};

const REUSED = problem(
  422,
  'idempotency_key_reused',
  'this Idempotency-Key was used for another request: take a new one',
  'Idempotency-Key',
);
