import { sql } from 'kysely';
import { money, ok, type Result, refuse, toDecimal } from '../../../../kernel/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type {
  BeginPayment,
  NextStep,
  Operation,
  PaymentProvider,
  ProviderRefusal,
  Snapshot,
} from '../../provider.ts';
import { instant } from '../../store/values.ts';
import { lockByHand, readByHand, snapshotOf } from './book.ts';
import { creditorReference } from './creditor-reference.ts';

/** Where a transfer goes. */
export type BankAccount = {
  readonly holder: string;
  readonly iban: string;
  readonly bic: string | undefined;
  readonly bank: string | undefined;
};

/**
 * Bank transfer and cash on delivery: providers that are people. What they say is kept by `noteReceipt`; refunds are
 * written down for somebody to send.
 */
export function openByHandProvider(
  db: Db,
  options:
    | { readonly name: 'bank_transfer'; readonly account: BankAccount }
    | { readonly name: 'cash_on_delivery' },
  now = () => Temporal.Now.instant(),
): PaymentProvider {
  const { name } = options;
  return {
    name,
    features: {
      ...{ hasSeveralCaptures: false, hasVoid: true, hasPayouts: false, hasEvidence: false },
      ...{ evidenceFiles: undefined, isConfirmedByHand: true },
      pageOrigins: { scripts: [], frames: [], connect: [] },
    },
    // There is nobody to ask: a person sees the money come.
    check: () => Promise.resolve(ok({ environment: undefined })),
    begin: async (input) => {
      const remittance = creditorReference(input.orderNumber);
      await sql`
        insert into payments.by_hand (payment_id, provider, currency, amount_minor, remittance)
        values (${input.paymentId}, ${name}, ${input.currency}, ${input.amountMinor}, ${remittance})
        on conflict do nothing`.execute(db);
      const row = await readByHand(db, input.paymentId);
      if (row === undefined) throw new RangeError('a payment was written and is not there');
      const isTransfer = options.name === 'bank_transfer';
      const next: NextStep = isTransfer ? instructions(options.account, input, remittance) : { kind: 'none' };
      return ok({ snapshot: snapshotOf(row), next });
    },
    read: async ({ paymentId }) => {
      const row = await readByHand(db, paymentId);
      return row === undefined ? unknown(paymentId) : ok(snapshotOf(row));
    },
    capture: () => Promise.resolve(byHand),
    void: (operation) => close(db, operation),
    refund: (operation) => refund(db, operation, now()),
    contest: () => Promise.resolve(byHand),
    readWebhook: () => Promise.resolve(refuse('bad_signature', 'nobody sends webhooks about this')),
    // What came is in our own book only; the bank's statements are compared with it line by line.
    transactions: async function* () {},
  };
}

const byHand = refuse('not_possible_now', 'somebody has to see the money first: note its receipt');

/** What to write on a transfer. Labels are words of the checkout's messages. */
function instructions(account: BankAccount, input: BeginPayment, remittance: string): NextStep {
  const { holder, iban, bic, bank } = account;
  const amount = `${toDecimal(money(input.amountMinor, input.currency))} ${input.currency}`;
  const lines = [
    { label: 'recipient', value: holder },
    { label: 'iban', value: iban.replace(/(.{4})(?=.)/g, '$1 ') },
    ...(bic === undefined ? [] : [{ label: 'bic', value: bic }]),
    ...(bank === undefined ? [] : [{ label: 'bank', value: bank }]),
    { label: 'amount', value: amount },
    { label: 'remittance', value: remittance.replace(/(.{4})(?=.)/g, '$1 ') },
  ];
  return { kind: 'instructions', lines };
}

function close(
  db: Db,
  { paymentId }: Omit<Operation, 'amountMinor'>,
): Promise<Result<Snapshot, ProviderRefusal>> {
  return db.transaction().execute(async (tx) => {
    const row = await lockByHand(tx, paymentId);
    if (row === undefined) return unknown(paymentId);
    if (row.received_minor > 0n) return refuse('not_possible_now', 'money has come in for it');
    await sql`update payments.by_hand set is_closed = true where payment_id = ${paymentId}`.execute(tx);
    return ok(snapshotOf({ ...row, is_closed: true }));
  });
}

function refund(
  db: Db,
  operation: Operation,
  now: Temporal.Instant,
): Promise<Result<Snapshot, ProviderRefusal>> {
  const { paymentId, idempotencyKey, amountMinor } = operation;
  return db.transaction().execute(async (tx) => {
    const row = await lockByHand(tx, paymentId);
    if (row === undefined) return unknown(paymentId);
    const { rows: seen } = await sql`select from payments.receipt where id = ${idempotencyKey}`.execute(tx);
    if (seen.length > 0) return ok(snapshotOf(row));
    const left = row.received_minor - row.refunded_minor;
    if (amountMinor > left) return refuse('amount_too_large', `${left} can be refunded`);
    await sql`
      insert into payments.receipt (id, payment_id, kind, amount_minor, at)
      values (${idempotencyKey}, ${paymentId}, 'refund', ${amountMinor}, ${instant(now)})`.execute(tx);
    return ok(snapshotOf({ ...row, refunded_minor: row.refunded_minor + amountMinor }));
  });
}

function unknown(paymentId: string) {
  return refuse('unknown_payment', `no such payment as ${paymentId}`);
}
