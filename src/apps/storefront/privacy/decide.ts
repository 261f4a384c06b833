import { type Id, parseId } from '../../../kernel/index.ts';
import {
  type ConsentRules,
  newVisitorId,
  readConsentProof,
  readConsentRules,
  recordConsent,
  standingOf,
} from '../../../modules/collector/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import type { CookieChange } from '../personal/cookies.ts';
import type { Visit } from '../personal/visit.ts';
import { shownText } from './banner.ts';

type ConsentId = Id<'consent'>;

export type Decided =
  | { readonly choice: 'none' | 'rejected' }
  | { readonly choice: 'accepted'; readonly consentId: ConsentId; readonly at: Temporal.Instant };

/** What this visitor has decided, as far as it still holds: an acceptance only if its proof is there. */
export async function readDecided(db: Db, { cookies, hasGpc, now }: Visit): Promise<Decided> {
  if (cookies.privacy === 'rejected') return { choice: 'rejected' };
  const consentId = parseId<'consent'>(cookies.consent ?? '');
  if (cookies.privacy !== 'accepted' || consentId === undefined) return { choice: 'none' };
  const last = (await readConsentProof(db, consentId)).records.at(-1);
  if (last === undefined) return { choice: 'none' };
  const decided = { choices: last.choices, at: last.decidedAt };
  const rules = await readConsentRules(db);
  const { choices } = standingOf(rules, { place: undefined, hasGpc, decided, now });
  return choices.statistics ? { choice: 'accepted', consentId, at: last.decidedAt } : { choice: 'none' };
}

/**
 * Keeps a choice with its proof, and comes to the cookies that follow from it. Who rejects gets no id at all, not even of
 * their proof; who withdraws has everything taken away that came with consent.
 *
 * @param by `signal`: Global Privacy Control decides
 */
export async function decide(
  db: Db,
  { site, cookies, hasGpc, now }: Visit,
  { choice, by }: { readonly choice: 'accepted' | 'rejected'; readonly by: 'click' | 'signal' },
): Promise<readonly CookieChange[]> {
  const former = parseId<'consent'>(cookies.consent ?? '');
  const consentId = former ?? newId<'consent'>();
  const isAccepted = choice === 'accepted';
  const refusal = by === 'signal' ? 'signal' : former === undefined ? 'reject_all' : 'withdrawal';
  await db.transaction().execute((tx) =>
    recordConsent(tx, {
      consentId,
      choices: { statistics: isAccepted, preferences: false, marketing: false },
      method: isAccepted ? 'accept_all' : refusal,
      shown: shownText(site),
      ...{ hasGpc, now },
    }),
  );
  const maxAgeDays = daysOf(await readConsentRules(db));
  return [
    { name: 'privacy', value: choice, maxAgeDays },
    { name: 'consent', value: isAccepted ? consentId : undefined, maxAgeDays },
    { name: 'visitor', value: isAccepted ? newVisitorId() : undefined, maxAgeDays },
  ];
}

/** After so many days nothing of a decision is left on the device, and the banner asks again. */
function daysOf({ regions }: ConsentRules): number {
  return regions.find(({ places }) => places.includes('*'))?.holdsDays ?? HOLDS_DAYS;
}

const HOLDS_DAYS = 182;
