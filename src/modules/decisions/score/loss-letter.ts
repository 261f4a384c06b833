import { localeOf } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { queueLetter } from '../../mails/index.ts';
import { type Reached, reachedAt, readShop } from '../../markets/index.ts';
import { readMember, whoMay } from '../../staff/index.ts';
import type { LostWhy } from '../mandate/mandate.ts';
import { DECISION_WORDS } from '../words/decision-words.ts';
import { calibrationOf, type Scored } from './calibration.ts';

const REGIONS = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' } as const;

/** Writes to everybody who may give the mandate again, each in their language. */
export async function mailLoss(
  tx: Tx,
  given: {
    readonly kind: string;
    readonly why: LostWhy;
    readonly scores: readonly Scored[];
    readonly now: Temporal.Instant;
    readonly reached: Reached;
  },
): Promise<void> {
  const { kind, why, scores, now, reached } = given;
  const { held, scored, stated } = calibrationOf(scores);
  const shop = await readShop(tx);
  for (const { id } of await whoMay(tx, { permission: 'mandate:write' })) {
    const member = await readMember(tx, id);
    if (member === undefined) continue;
    const words = DECISION_WORDS[member.language];
    const locale = localeOf(REGIONS[member.language]);
    const promised = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(stated);
    const subject = words.lostSubject(words.kinds[kind] ?? kind);
    const text = `${words.lost[why](held, scored, promised)} ${words.since}`;
    const href = `${reachedAt(reached, shop)}/cockpit/decisions/score`;
    await queueLetter(tx, {
      ...{ kind: 'alert', pictures: [], to: member.email, locale, now },
      letter: {
        ...{ subject, preview: text },
        blocks: [
          { kind: 'title', text: subject },
          { kind: 'text', text },
          { kind: 'button', label: words.look, href },
          { kind: 'small', text: words.whyYou },
        ],
      },
      dedupeKey: `decisions.lost_mandate:${kind}:${now}:${member.email.toLowerCase()}`,
    });
  }
}
