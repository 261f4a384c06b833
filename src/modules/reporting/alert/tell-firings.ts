import { type Db, type Tx, transact } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { type Letter, queueLetter } from '../../mails/index.ts';
import { type Reached, reachedAt, readShop } from '../../markets/index.ts';
import { readMember } from '../../staff/index.ts';
import type { Answers } from '../question/question.ts';
import { selectAlert } from '../store/alerts.ts';
import { lockUntold, noteTold, updateFiring } from '../store/firings.ts';
import { writtenAs } from '../words/words.ts';
import type { Alert, Firing } from './alert.ts';
import { endedLetter, firedLetter } from './alert-letter.ts';
import { tellableAt } from './when.ts';

type TellDeps = { readonly answers: Pick<Answers, 'about'>; readonly reached: Reached };

/**
 * Tells of episodes that nobody was told of: once that they began, once that they are over. What began in quiet hours waits
 * for their end, and says then if it is over already.
 */
export async function tellFirings(db: Db, deps: TellDeps, now: Temporal.Instant): Promise<void> {
  await transact(db, async (tx) => {
    const shop = await readShop(tx);
    const zone = shop.timeZone;
    const cockpitUrl = `${reachedAt(deps.reached, shop)}/cockpit/analytics/alerts`;
    for (const firing of await lockUntold(tx, now)) {
      const alert = await selectAlert(tx, firing.alertId);
      if (alert === undefined) continue;
      const at = tellableAt(alert, { zone, now });
      if (at === undefined) await dropTelling(tx, firing, now);
      else if (Temporal.Instant.compare(at, now) > 0) await putOff(tx, firing, at);
      else
        await tellOf(tx, {
          alert,
          firing,
          measure: measureOf(deps, alert),
          now,
          cockpitUrl: `${cockpitUrl}/${alert.id}`,
        });
    }
  });
}

/** It was muted meanwhile. */
async function dropTelling(tx: Tx, firing: Firing, now: Temporal.Instant): Promise<void> {
  if (firing.toldAt === undefined) await updateFiring(tx, { ...firing, tellAt: undefined });
  else await noteTold(tx, { ...firing, endingToldAt: now });
}

/** That something is over can wait without being written down: it is found again. */
async function putOff(tx: Tx, firing: Firing, at: Temporal.Instant): Promise<void> {
  if (firing.toldAt === undefined) await updateFiring(tx, { ...firing, tellAt: at });
}

async function tellOf(
  tx: Tx,
  told: {
    readonly alert: Alert;
    readonly firing: Firing;
    readonly measure: string;
    readonly cockpitUrl: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { alert, firing, now } = told;
  const isNews = firing.toldAt === undefined;
  await mailTo(tx, alert, {
    letter: isNews ? firedLetter(told) : endedLetter(told),
    key: `alert:${firing.id}:${isNews ? 'fired' : 'ended'}`,
    now,
  });
  const ids = { alertId: alert.id, firingId: firing.id };
  if (alert.hasWebhooks) {
    if (isNews) await tell(tx, 'reporting.alert_fired', ids);
    if (firing.ended !== undefined) await tell(tx, 'reporting.alert_recovered', ids);
  }
  const endingToldAt = firing.ended === undefined ? undefined : now;
  await noteTold(tx, { id: firing.id, toldAt: firing.toldAt ?? now, endingToldAt });
}

async function mailTo(
  tx: Tx,
  { recipients, language }: Alert,
  { letter, key, now }: { readonly letter: Letter; readonly key: string; readonly now: Temporal.Instant },
): Promise<void> {
  for (const recipient of recipients) {
    const email =
      recipient.kind === 'member' ? (await readMember(tx, recipient.memberId))?.email : recipient.email;
    if (email === undefined) continue;
    const mail = {
      kind: 'alert',
      letter,
      pictures: [],
      to: email,
      locale: writtenAs(language),
      now,
    } as const;
    await queueLetter(tx, { ...mail, dedupeKey: `${key}:${email.toLowerCase()}` });
  }
}

function measureOf({ answers }: TellDeps, { query }: Alert): string {
  const about = answers.about({ kind: 'query', text: query });
  return (about.ok ? about.value.measures[0] : undefined) ?? '';
}
