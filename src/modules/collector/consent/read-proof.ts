import type { Db } from '../../../platform/database/index.ts';
import { selectConsents } from '../store/consents.ts';
import { type ConsentId, type ConsentMethod, type ShownText, textHash } from './record-consent.ts';
import type { Choices } from './rules.ts';

/** A decision as it can be shown to an authority or to whoever made it. */
export type ConsentRecord = {
  readonly decidedAt: Temporal.Instant;
  readonly choices: Choices;
  readonly method: ConsentMethod;
  readonly hasGpc: boolean;
  readonly shown: ShownText;
  readonly sha256: string;
};

export type ConsentProof = {
  readonly consentId: ConsentId;
  /** Every decision, the first first; the last one holds. */
  readonly records: readonly ConsentRecord[];
  /** Every text has the hash that was kept with the decision. */
  readonly isWhole: boolean;
};

/** All that is known of the decisions made under a consent id; none of it says whose they are. */
export async function readConsentProof(db: Db, consentId: ConsentId): Promise<ConsentProof> {
  const records = await selectConsents(db, consentId);
  return { consentId, records, isWhole: records.every(({ shown, sha256 }) => textHash(shown) === sha256) };
}
