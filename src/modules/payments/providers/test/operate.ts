import { sql } from 'kysely';
import { currencyOf, ok, type Result, refuse } from '../../../../kernel/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import type { Operation, ProviderRefusal, Snapshot } from '../../provider.ts';
import { instant } from '../../store/values.ts';
import { CHARGE_COLUMNS, type ChargeRow, feeOf, snapshotOf, type TestDeps, takenBy } from './charge.ts';

type Answered = Result<Snapshot, ProviderRefusal>;

export function captureCharge(
  deps: TestDeps,
  operation: Operation & { readonly isFinal: boolean },
): Promise<Answered> {
  const { amountMinor, isFinal } = operation;
  return operate(deps, 'capture', operation, (charge) => {
    if (charge.state !== 'authorized' || charge.is_closed)
      return refuse('not_possible_now', 'nothing is authorised');
    const left = charge.amount_minor - charge.captured_minor;
    if (amountMinor > left) return refuse('amount_too_large', `${left} can be captured`);
    const fee = feeOf(amountMinor, currencyOf(charge.currency));
    const isClosed = isFinal || amountMinor === left;
    return ok({ capturedMinor: amountMinor, refundedMinor: 0n, feeMinor: fee, isClosed });
  });
}

export function voidCharge(deps: TestDeps, operation: Omit<Operation, 'amountMinor'>): Promise<Answered> {
  return operate(deps, 'void', { ...operation, amountMinor: 0n }, (charge) => {
    if (charge.captured_minor > 0n) return refuse('not_possible_now', 'the charge was captured');
    return ok({ capturedMinor: 0n, refundedMinor: 0n, feeMinor: 0n, isClosed: true });
  });
}

export function refundCharge(deps: TestDeps, operation: Operation): Promise<Answered> {
  const { amountMinor } = operation;
  return operate(deps, 'refund', operation, (charge) => {
    const disputed = takenBy(snapshotOf(charge).disputes);
    const left = charge.captured_minor - charge.refunded_minor - disputed;
    if (amountMinor > left) return refuse('amount_too_large', `${left} can be refunded`);
    return ok({ capturedMinor: 0n, refundedMinor: amountMinor, feeMinor: 0n, isClosed: charge.is_closed });
  });
}

type Effect = {
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  readonly feeMinor: bigint;
  readonly isClosed: boolean;
};

/** One effect a key, under the charge's lock; a key that was seen is answered with the charge as it is. */
function operate(
  { db, now }: TestDeps,
  kind: 'capture' | 'void' | 'refund',
  operation: Operation,
  decide: (charge: ChargeRow) => Result<Effect, ProviderRefusal>,
): Promise<Answered> {
  const { paymentId, idempotencyKey, amountMinor } = operation;
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<ChargeRow>`
      select ${CHARGE_COLUMNS} from payments.test_charge where payment_id = ${paymentId} for update`.execute(
      tx,
    );
    const [charge] = rows;
    if (charge === undefined) return refuse('unknown_payment', `no charge for ${paymentId}`);
    const seen = await readSeen(tx, idempotencyKey);
    if (seen !== undefined) {
      const isSame = seen.amount_minor === amountMinor && seen.kind === kind;
      return isSame
        ? ok(snapshotOf(charge))
        : refuse('refused_by_provider', 'the key was used for another call');
    }
    const decided = decide(charge);
    if (!decided.ok) return decided;
    const { capturedMinor, refundedMinor, feeMinor, isClosed } = decided.value;
    const { rows: changed } = await sql<ChargeRow>`
      with seen as (
        insert into payments.test_operation (idempotency_key, payment_id, kind, amount_minor, fee_minor, at)
        values (${idempotencyKey}, ${paymentId}, ${kind}, ${amountMinor}, ${feeMinor}, ${instant(now())})
      )
      update payments.test_charge set captured_minor = captured_minor + ${capturedMinor},
        refunded_minor = refunded_minor + ${refundedMinor}, fee_minor = fee_minor + ${feeMinor},
        is_closed = ${isClosed}
      where payment_id = ${paymentId} returning ${CHARGE_COLUMNS}`.execute(tx);
    return ok(snapshotOf(changed[0] ?? charge));
  });
}

async function readSeen(tx: Tx, key: string): Promise<{ kind: string; amount_minor: bigint } | undefined> {
  const { rows } = await sql<{ kind: string; amount_minor: bigint }>`
    select kind, amount_minor from payments.test_operation where idempotency_key = ${key}`.execute(tx);
  return rows[0];
}
