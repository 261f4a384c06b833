import type { Db } from '../../../platform/database/index.ts';
import { selectConsents } from '../store/consents.ts';
import type { ConsentId, ConsentRecord } from './decision.ts';
import { textHash } from './record-consent.ts';

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
