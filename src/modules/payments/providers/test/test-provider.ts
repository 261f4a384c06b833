import { sql } from 'kysely';
import { ok, refuse } from '../../../../kernel/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { type BeginPayment, type PaymentProvider, ProviderUnreachable } from '../../provider.ts';
import { instant } from '../../store/values.ts';
import { CHARGE_COLUMNS, type ChargeRow, feeOf, nextOf, snapshotOf, type TestDeps } from './charge.ts';
import { contestCharge, TEST_EVIDENCE } from './evidence.ts';
import { captureCharge, refundCharge, voidCharge } from './operate.ts';
import { TEST_TOKENS, type TestBehaviour } from './tokens.ts';
import { listTransactions } from './transactions.ts';
import { readTestWebhook } from './webhook.ts';

export type TestProviderOptions = {
  readonly db: Db;
  readonly now?: () => Temporal.Instant;
};

/**
 * The built-in provider, for the demo shop, the suites and the benchmarks: its state is in tables of its own, apart
 * from payments', so that it survives our crashes as a real one does. A beginning is one statement.
 */
export function openTestProvider(options: TestProviderOptions): PaymentProvider {
  const { db, now = () => Temporal.Now.instant() } = options;
  const deps = { db, now };
  return {
    name: 'test',
    features: {
      ...{ hasSeveralCaptures: true, hasVoid: true, hasPayouts: true, hasEvidence: true },
      ...{ evidenceFiles: TEST_EVIDENCE, isConfirmedByHand: false },
      pageOrigins: { scripts: [], frames: [], connect: [] },
    },
    check: () => Promise.resolve(ok({ environment: 'test' as const })),
    begin: (input) => begin(deps, input),
    read: async ({ paymentId }) => {
      const { rows } = await sql<ChargeRow>`
        select ${CHARGE_COLUMNS} from payments.test_charge where payment_id = ${paymentId}`.execute(db);
      const [row] = rows;
      return row === undefined
        ? refuse('unknown_payment', `no charge for ${paymentId}`)
        : ok(snapshotOf(row));
    },
    capture: (operation) => captureCharge(deps, operation),
    void: (operation) => voidCharge(deps, operation),
    refund: (operation) => refundCharge(deps, operation),
    contest: (dispute) => contestCharge(deps, dispute),
    readWebhook: (rawBody, headers, at) => readTestWebhook(db, { rawBody, headers, now: at }),
    transactions: (span) => listTransactions(db, span),
  };
}

type BeginInput = BeginPayment & { readonly idempotencyKey: string };

async function begin(deps: TestDeps, input: BeginInput): ReturnType<PaymentProvider['begin']> {
  const behaviour = behaviourOf(input);
  if (behaviour === undefined) return refuse('refused_by_provider', 'no such test token', 'token');
  if (behaviour.kind === 'timeout_before' && (await isFirstCall(deps, input))) {
    throw new ProviderUnreachable('test', 'the call was lost on its way there');
  }
  const row = await insertCharge(deps, input, behaviour);
  if (behaviour.kind === 'timeout_after' && row.is_new) {
    throw new ProviderUnreachable('test', 'the answer was lost on its way back');
  }
  const isSame = row.amount_minor === input.amountMinor && row.currency === input.currency;
  if (!isSame) return refuse('refused_by_provider', 'the same key was used with other parameters');
  return ok({ snapshot: snapshotOf(row), next: nextOf(row) });
}

/** Without a token the shopper chooses on the provider's page. */
function behaviourOf({ mode, token, isChallengeRequired }: BeginInput): TestBehaviour | undefined {
  if (mode === 'redirect' || token === undefined) return { kind: 'challenge' };
  const behaviour = TEST_TOKENS.get(token);
  return behaviour?.kind === 'approve' && isChallengeRequired ? { kind: 'challenge' } : behaviour;
}

async function insertCharge(
  { db, now }: TestDeps,
  input: BeginInput,
  behaviour: TestBehaviour,
): Promise<ChargeRow & { readonly is_new: boolean }> {
  const { kind } = behaviour;
  const state = kind === 'decline' ? 'failed' : kind === 'challenge' ? 'requires_action' : 'authorized';
  const isCaptured = state === 'authorized' && input.isCapturedAtOnce;
  const at = instant(now());
  const decline = kind === 'decline' ? behaviour.decline : null;
  const { rows } = await sql<ChargeRow & { is_new: boolean }>`
    insert into payments.test_charge (payment_id, token, state, currency, amount_minor, is_captured_at_once,
      captured_minor, fee_minor, decline_kind, decline_code, order_number, return_url, cancel_url, created_at,
      captured_at)
    values (${input.paymentId}, ${input.token ?? ''}, ${state}, ${input.currency}, ${input.amountMinor},
      ${input.isCapturedAtOnce}, ${isCaptured ? input.amountMinor : 0n},
      ${isCaptured ? feeOf(input.amountMinor, input.currency) : 0n}, ${decline}, ${decline}, ${input.orderNumber},
      ${input.returnUrl}, ${input.cancelUrl}, ${at}, ${isCaptured ? at : null})
    -- Asked again: nothing changes, and the charge as it is now is the answer.
    on conflict (payment_id) do update set payment_id = excluded.payment_id
    returning ${CHARGE_COLUMNS}, xmax = 0 as is_new`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new RangeError('a charge was written and is not there');
  return row;
}

async function isFirstCall({ db, now }: TestDeps, input: BeginInput): Promise<boolean> {
  const { rows } = await sql`
    insert into payments.test_operation (idempotency_key, payment_id, kind, at)
    values (${input.idempotencyKey}, ${input.paymentId}, 'begin', ${instant(now())})
    on conflict do nothing returning kind`.execute(db);
  return rows.length > 0;
}
