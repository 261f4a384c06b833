import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Locale } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { CustomerId } from './customer.ts';

/** What a person may agree to. */
export type ConsentPurpose = 'marketing_email' | 'personalisation' | 'terms';
/** Where they said so. */
export type ConsentMethod = 'account' | 'checkout' | 'unsubscribe_link' | 'support';

/** What was agreed to or withdrawn, when, in which words: the proof that GDPR, article 7 (1), asks for. */
export type Consent = {
  readonly purpose: ConsentPurpose;
  readonly isGiven: boolean;
  readonly textVersion: string;
  /** SHA-256 of the words, in hexadecimal. */
  readonly textHash: string;
  readonly method: ConsentMethod;
  readonly locale: string;
  readonly at: Temporal.Instant;
};

export type ConsentInput = {
  readonly customerId: CustomerId;
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
  /** The words that the person read, as they were shown. */
  readonly text: string;
  readonly method: ConsentMethod;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
};

export function giveConsent(tx: Tx, input: ConsentInput): Promise<void> {
  return record(tx, input, true);
}

/** As easy as giving it (article 7 (3)). */
export function withdrawConsent(tx: Tx, input: ConsentInput): Promise<void> {
  return record(tx, input, false);
}

/** Everything that this customer, or who was merged into them, ever agreed to or withdrew; the oldest first. */
export async function readConsents(db: Db, customerId: CustomerId): Promise<Consent[]> {
  const { rows } = await sql<ConsentRow>`
    select purpose, is_given, text_version, text_hash, method, locale, at from customers.consent
    where customer_id = ${customerId}
      or customer_id in (select id from customers.customer where merged_into = ${customerId})
    order by at, id`.execute(db);
  return rows.map((row) => ({
    purpose: row.purpose,
    isGiven: row.is_given,
    textVersion: row.text_version,
    textHash: row.text_hash,
    method: row.method,
    locale: row.locale,
    at: row.at,
  }));
}

type ConsentRow = {
  purpose: ConsentPurpose;
  is_given: boolean;
  text_version: string;
  text_hash: string;
  method: ConsentMethod;
  locale: string;
  at: Temporal.Instant;
};

async function record(tx: Tx, input: ConsentInput, isGiven: boolean): Promise<void> {
  const { customerId, now } = input;
  const textHash = createHash('sha256').update(input.text).digest('hex');
  await sql`
    insert into customers.consent (customer_id, purpose, is_given, text_version, text_hash, method, locale, at)
    values (${customerId}, ${input.purpose}, ${isGiven}, ${input.textVersion}, ${textHash}, ${input.method},
      ${input.locale}, ${now.toString()})`.execute(tx);
  if (input.purpose !== 'marketing_email') return;
  await sql`
    update customers.customer set accepts_marketing = ${isGiven}, updated_at = ${now.toString()},
      version = version + 1
    where id = ${customerId} and accepts_marketing <> ${isGiven}`.execute(tx);
  await tell(tx, 'customers.changed', { customerId });
}
