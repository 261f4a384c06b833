import type { Cron, Job } from '../../platform/jobs/index.ts';
import { readProviderNames } from './accounts.ts';
import { forgetAttempts } from './attempts.ts';
import { forgetEvidence } from './evidence/forget.ts';
import type { PaymentDeps } from './providers.ts';
import { recordBook } from './reconcile/payouts.ts';
import { reconcile } from './reconcile/reconcile.ts';

/** So many days back the providers' books are read again: a payout may become known late. */
const BOOK_DAYS = 7;

/** The work that payments have for the worker; it calls providers, so it is made where these are wired. */
export function paymentsJobs(deps: PaymentDeps): readonly Job[] {
  const books: Job<'payments.compare_books', undefined> = {
    name: 'payments.compare_books',
    parse: () => undefined,
    run: ({ now, log }) => compareBooks(deps, now, (counts) => log.info(counts, 'compared books')),
  };
  const forget: Job<'payments.forget_attempts', undefined> = {
    name: 'payments.forget_attempts',
    parse: () => undefined,
    run: ({ db, now }) => forgetAttempts(db, { before: now.subtract({ hours: 24 }) }),
  };
  const evidence: Job<'payments.forget_evidence', undefined> = {
    name: 'payments.forget_evidence',
    parse: () => undefined,
    run: async ({ db, files, now, log }) => {
      const forgotten = await forgetEvidence({ db, files }, { now });
      if (forgotten > 0) log.info({ forgotten }, 'forgot evidence');
    },
  };
  return [books, forget, evidence];
}

export const paymentsCrons: readonly Cron[] = [
  { name: 'payments.compare_books', schedule: '30 2 * * *', job: 'payments.compare_books' },
  { name: 'payments.forget_attempts', schedule: '10 3 * * *', job: 'payments.forget_attempts' },
  { name: 'payments.forget_evidence', schedule: '25 3 * * *', job: 'payments.forget_evidence' },
];

/** Records every provider's book of the last days, then compares yesterday. */
async function compareBooks(
  deps: PaymentDeps,
  now: Temporal.Instant,
  tell: (counts: Readonly<Record<string, unknown>>) => void,
): Promise<void> {
  const today = now.toZonedDateTimeISO('UTC').startOfDay();
  const from = today.subtract({ days: BOOK_DAYS }).toInstant();
  const day = today.subtract({ days: 1 }).toPlainDate();
  for (const name of await readProviderNames(deps.db)) {
    const provider = await deps.providers.get(name);
    const { hasPayouts = false, hasBook = hasPayouts } = provider?.features ?? {};
    if (!hasBook) continue;
    const payouts = await recordBook(deps, { provider: name, from, until: today.toInstant(), now });
    const differences = await reconcile(deps, { provider: name, day, now });
    tell({ provider: name, day: day.toString(), payouts, differences: differences.length });
  }
}
