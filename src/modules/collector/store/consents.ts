import { sql } from 'kysely';
import type { Id } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type {
  ConsentDecision,
  ConsentId,
  ConsentMethod,
  ConsentRecord,
  ShownText,
} from '../consent/decision.ts';
import { type Choices, type ConsentRules, DEFAULT_RULES } from '../consent/rules.ts';

export async function keepConsentText(
  tx: Tx,
  text: ShownText & { readonly sha256: string; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into collector.consent_text (sha256, version, locale, text, first_shown_at)
    values (${text.sha256}, ${text.version}, ${text.locale}, ${text.text}, ${text.now.toString()}::timestamptz)
    on conflict (sha256) do nothing`.execute(tx);
}

export async function insertConsent(
  tx: Tx,
  one: ConsentDecision & { readonly id: Id<'consent_record'>; readonly sha256: string },
): Promise<void> {
  await sql`
    insert into collector.consent
      (id, consent_id, decided_at, choices, method, text_sha256, locale, has_gpc)
    values (${one.id}, ${one.consentId}, ${one.now.toString()}::timestamptz,
      ${JSON.stringify(one.choices)}::jsonb, ${one.method}, ${one.sha256}, ${one.shown.locale},
      ${one.hasGpc})`.execute(tx);
}

type ConsentRow = {
  decided_at: Temporal.Instant;
  choices: Choices;
  method: ConsentMethod;
  has_gpc: boolean;
  sha256: string;
  version: string;
  locale: string;
  text: string;
};

export async function selectConsents(db: Db, consentId: ConsentId): Promise<ConsentRecord[]> {
  const { rows } = await sql<ConsentRow>`
    select decided_at, choices, method, has_gpc, sha256, version, consent_text.locale, text
    from collector.consent join collector.consent_text on sha256 = text_sha256
    where consent_id = ${consentId} order by decided_at, id`.execute(db);
  return rows.map(({ decided_at: decidedAt, has_gpc: hasGpc, version, locale, text, ...row }) => {
    return { ...row, decidedAt, hasGpc, shown: { version, locale, text } };
  });
}

/** The shop's rules; the default ones until it has written its own. */
export async function readConsentRules(db: Db): Promise<ConsentRules> {
  const { rows } = await sql<{ rules: ConsentRules }>`select rules from collector.consent_rules`.execute(db);
  return rows[0]?.rules ?? DEFAULT_RULES;
}

export async function upsertConsentRules(tx: Tx, rules: ConsentRules, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into collector.consent_rules (rules, saved_at)
    values (${JSON.stringify(rules)}::jsonb, ${now.toString()}::timestamptz)
    on conflict (id) do update set rules = excluded.rules, saved_at = excluded.saved_at`.execute(tx);
}
