import { sql } from 'kysely';
import type { Db } from '../../../../platform/database/index.ts';
import type { PaymentMode } from '../../provider.ts';
import { instant, toJson } from '../../store/values.ts';
import {
  type Attempt,
  type AttemptMeans,
  type AttemptOutcome,
  type AttemptRequest,
  type AttemptStep,
  attemptDecline,
  attemptMeans,
  attemptRequest,
  attemptStep,
} from './attempt.ts';

/** Writes an attempt down before anything is sent. @returns false when it was there before */
export async function insertAttempt(
  db: Db,
  input: Pick<Attempt, 'paymentId' | 'mode' | 'currency' | 'amountMinor' | 'isCapturedAtOnce'> & {
    readonly request: AttemptRequest;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const { paymentId, mode, currency, amountMinor, isCapturedAtOnce, request, now } = input;
  const { rows } = await sql`
    insert into payments.worldpay_attempt (payment_id, mode, currency, amount_minor, is_captured_at_once, begun_at,
      request)
    values (${paymentId}::uuid, ${mode}, ${currency}, ${amountMinor}, ${isCapturedAtOnce}, ${instant(now)},
      ${toJson(request)}::jsonb)
    on conflict do nothing returning payment_id`.execute(db);
  return rows.length > 0;
}

export async function readAttempt(db: Db, paymentId: string): Promise<Attempt | undefined> {
  const { rows } = await sql<AttemptRow>`
    select payment_id, mode, currency, amount_minor, is_captured_at_once, begun_at, request, step, outcome, decline,
      means
    from payments.worldpay_attempt where payment_id = ${paymentId}::uuid`.execute(db);
  return rows.map(attemptOf)[0];
}

/** Keeps what the shopper has to do next. */
export async function writeStep(db: Db, paymentId: string, step: AttemptStep): Promise<void> {
  await sql`
    update payments.worldpay_attempt set step = ${toJson(step)}::jsonb
    where payment_id = ${paymentId}::uuid and outcome is null`.execute(db);
}

/** Keeps how it ended, once; what was to be said of the shopper is forgotten with it. */
export async function writeOutcome(
  db: Db,
  paymentId: string,
  ended: {
    readonly outcome: AttemptOutcome;
    readonly refusalCode?: string;
    readonly means?: AttemptMeans | undefined;
  },
): Promise<void> {
  const { outcome, refusalCode, means } = ended;
  const decline = refusalCode === undefined ? null : toJson({ code: refusalCode });
  await sql`
    update payments.worldpay_attempt set outcome = ${outcome}, decline = ${decline}::jsonb,
      means = ${means === undefined ? null : toJson(means)}::jsonb, step = null, request = null
    where payment_id = ${paymentId}::uuid and outcome is null`.execute(db);
}

type AttemptRow = {
  payment_id: string;
  mode: PaymentMode;
  currency: string;
  amount_minor: bigint;
  is_captured_at_once: boolean;
  begun_at: Temporal.Instant;
  request: unknown;
  step: unknown;
  outcome: AttemptOutcome | null;
  decline: unknown;
  means: unknown;
};

function attemptOf(row: AttemptRow): Attempt {
  const { payment_id: paymentId, mode, currency, amount_minor: amountMinor, begun_at: begunAt } = row;
  return {
    ...{ paymentId, mode, currency, amountMinor, begunAt, isCapturedAtOnce: row.is_captured_at_once },
    request: row.request === null ? undefined : attemptRequest.parse(row.request),
    step: row.step === null ? undefined : attemptStep.parse(row.step),
    outcome: row.outcome ?? undefined,
    refusalCode: row.decline === null ? undefined : attemptDecline.parse(row.decline).code,
    means: row.means === null ? undefined : attemptMeans.parse(row.means),
  };
}
