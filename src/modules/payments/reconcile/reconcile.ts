import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import type { ProviderName } from '../provider.ts';
import type { PaymentDeps } from '../providers.ts';
import { instant } from '../store/values.ts';
import { compareBooks, comparePayouts, type Difference, type PayoutFact } from './compare.ts';
import { pages, readPayouts, referenceOf } from './payouts.ts';
import {
  keepLines,
  noteMatches,
  readFeeDifferences,
  readOpenLines,
  readOpenMovements,
  type Span,
} from './store.ts';

/** A line may be an hour off: two clocks differ, and a webhook takes its time. */
const MARGIN = { hours: 1 };

/**
 * Compares a day (UTC) of the provider's book with ours and keeps the differences; comparing the day again replaces
 * them. Days are compared when they are over, each of them: what was matched once stays matched.
 */
export async function reconcile(
  deps: PaymentDeps,
  input: {
    readonly provider: ProviderName;
    readonly day: Temporal.PlainDate;
    readonly now: Temporal.Instant;
  },
): Promise<Difference[]> {
  const { provider: name, day } = input;
  const provider = await deps.providers.get(name);
  if (provider === undefined) throw new RangeError(`${name} is not set up in this shop`);
  const from = day.toZonedDateTime('UTC').toInstant();
  const until = from.add({ hours: 24 });
  const wide = { from: from.subtract(MARGIN), until: until.add(MARGIN) };
  const payouts: PayoutFact[] = [];
  let lineCount = 0;
  for await (const page of pages(provider.transactions(wide))) {
    const own = page.filter(({ at }) => isWithin({ from, until }, at));
    lineCount += own.length;
    for (const line of own) {
      if (line.kind !== 'payout') continue;
      payouts.push({ reference: referenceOf(line), currency: line.currency, amountMinor: -line.amountMinor });
    }
    await deps.db.transaction().execute((tx) => keepLines(tx, name, page));
  }
  return deps.db.transaction().execute(async (tx) => {
    const moved = await compareMoved(tx, name, { from, until }, wide);
    const fees = await readFeeDifferences(tx, name, { from, until });
    const paidOut = comparePayouts(await readPayouts(tx, name, { from, until }), payouts);
    const differences = [...moved, ...fees, ...paidOut];
    await keepRun(tx, { ...input, lineCount, differences });
    return differences;
  });
}

async function compareMoved(
  tx: Tx,
  name: ProviderName,
  day: Span,
  wide: Span,
): Promise<readonly Difference[]> {
  const lines = await readOpenLines(tx, name, wide);
  const paymentIds = [...new Set(lines.flatMap(({ paymentId }) => paymentId ?? []))];
  const movements = await readOpenMovements(tx, name, { ...wide, paymentIds });
  const compared = compareBooks({ lines, movements, isOfDay: (at) => isWithin(day, at) });
  await noteMatches(tx, compared.matches);
  return compared.differences;
}

function isWithin({ from, until }: Span, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, until) < 0;
}

async function keepRun(
  tx: Tx,
  run: {
    readonly provider: ProviderName;
    readonly day: Temporal.PlainDate;
    readonly now: Temporal.Instant;
    readonly lineCount: number;
    readonly differences: readonly Difference[];
  },
): Promise<void> {
  const { differences } = run;
  const id = newId();
  await sql`
    delete from payments.reconciliation where provider = ${run.provider} and day = ${run.day.toString()}`.execute(
    tx,
  );
  await sql`
    insert into payments.reconciliation (id, provider, day, ran_at, line_count)
    values (${id}, ${run.provider}, ${run.day.toString()}, ${instant(run.now)}, ${run.lineCount})`.execute(
    tx,
  );
  await sql`
    insert into payments.difference (reconciliation_id, kind, about, payment_id, transaction_id, currency, ours_minor,
      theirs_minor)
    select ${id}, given.* from unnest(
      ${differences.map(({ kind }) => kind)}::text[], ${differences.map(({ about }) => about)}::text[],
      ${differences.map(({ paymentId }) => paymentId ?? null)}::uuid[],
      ${differences.map(({ transactionId }) => transactionId ?? null)}::text[],
      ${differences.map(({ currency }) => currency)}::text[],
      ${differences.map(({ oursMinor }) => oursMinor ?? null)}::bigint[],
      ${differences.map(({ theirsMinor }) => theirsMinor ?? null)}::bigint[]) as given`.execute(tx);
}
