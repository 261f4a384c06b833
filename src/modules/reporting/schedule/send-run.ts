import type { Db, Tx } from '../../../platform/database/index.ts';
import { transact } from '../../../platform/database/index.ts';
import type { JobContext } from '../../../platform/jobs/index.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import { queueLetter } from '../../mails/index.ts';
import { type Reached, reachedAt, readShop, type Shop } from '../../markets/index.ts';
import { readMember } from '../../staff/index.ts';
import { type Digests, readDigests } from '../digest/read-digests.ts';
import type { Answers } from '../question/question.ts';
import { endRun, lockRun, selectRun, selectUnsubscribed } from '../store/runs.ts';
import { selectSchedule } from '../store/schedules.ts';
import { writtenAs } from '../words/words.ts';
import { drawPictures, type Reader, reportLetter } from './report-letter.ts';
import type { Run, RunId, Schedule } from './schedule.ts';
import { unsubscribeToken } from './unsubscribe-token.ts';

export type SendDeps = {
  readonly answers: Pick<Answers, 'about' | 'answer'>;
  readonly secrets: Pick<Secrets, 'seal'>;
  /** Where the shop is reached, for links in mails. */
  readonly reached: Reached;
};

/**
 * Sends one run: the numbers are asked for first; then, in one transaction with all its mails, it is sent. A process that
 * dies before has sent nothing, one that dies after has sent all; who runs it again finds that out here.
 *
 * @throws where nobody answers, or the warehouse does not know yet what happened until it was due: the job comes again
 */
export async function sendRun(deps: SendDeps, context: JobContext, id: RunId): Promise<void> {
  const { db, attempt, isLastAttempt, now } = context;
  const run = await selectRun(db, id);
  const schedule = run && (await selectSchedule(db, run.scheduleId));
  if (run?.state !== 'waiting' || schedule === undefined) return;
  const shop = await readShop(db);
  const found = await readDigests(deps.answers, schedule.blocks, {
    ...{ language: schedule.language, currency: shop.defaultCurrency, maySeeCosts: schedule.maySeeCosts },
    today: run.dueAt.toZonedDateTimeISO(shop.timeZone).toPlainDate(),
  });
  const reason = whyNotYet(found, run, isLastAttempt);
  if (reason !== undefined) {
    const state = isLastAttempt ? 'failed' : 'waiting';
    await endRun(db, id, { state, problem: reason, mails: 0, attempts: attempt }, now);
    throw new Error(reason);
  }
  const pictures = await drawPictures(found);
  await transact(db, async (tx) => {
    // Again under the lock: another worker may have been quicker.
    if ((await lockRun(tx, id))?.state !== 'waiting') return;
    const mails = await queueMails(tx, deps, { run, schedule, found, pictures, shop, now });
    await endRun(tx, id, { state: 'sent', problem: found.problem, mails, attempts: attempt }, now);
  });
}

/** Numbers of which something may be missing are not sent while waiting may help. */
function whyNotYet({ isAway, asOf }: Digests, { dueAt }: Run, isLastAttempt: boolean): string | undefined {
  if (isAway) return 'the process of reports does not answer';
  const isOld = asOf === undefined || Temporal.Instant.compare(asOf, dueAt) < 0;
  return isOld && !isLastAttempt ? 'the warehouse does not know yet what happened until then' : undefined;
}

type Sending = {
  readonly run: Run;
  readonly schedule: Schedule;
  readonly found: Digests;
  readonly pictures: Awaited<ReturnType<typeof drawPictures>>;
  readonly shop: Shop;
  readonly now: Temporal.Instant;
};

async function queueMails(tx: Tx, deps: SendDeps, sending: Sending): Promise<number> {
  const { run, schedule, found, pictures, shop, now } = sending;
  const base = reachedAt(deps.reached, shop);
  let mails = 0;
  for (const { email, isMember } of await readersOf(tx, run, schedule)) {
    const token = unsubscribeToken(deps.secrets, { scheduleId: schedule.id, email });
    const reader: Reader = isMember
      ? { kind: 'member', cockpitUrl: `${base}/cockpit/analytics` }
      : { kind: 'address', unsubscribeUrl: `${base}/r/unsubscribe?token=${encodeURIComponent(token)}` };
    const isNew = await queueLetter(tx, {
      ...{ kind: 'report', to: email, locale: writtenAs(schedule.language), pictures, now },
      letter: reportLetter(schedule, found, { reader, zone: shop.timeZone }),
      dedupeKey: `report:${run.id}:${email.toLowerCase()}`,
      ...(reader.kind === 'address' ? { unsubscribeUrl: reader.unsubscribeUrl } : {}),
    });
    mails += Number(isNew);
  }
  return mails;
}

/** Each address once; members who left and strangers who said no get nothing. */
async function readersOf(
  db: Db,
  { onlyTo }: Run,
  { id, recipients }: Schedule,
): Promise<readonly { readonly email: string; readonly isMember: boolean }[]> {
  if (onlyTo !== '') return [{ email: onlyTo, isMember: true }];
  const unsubscribed = await selectUnsubscribed(db, id);
  const found = new Map<string, { readonly email: string; readonly isMember: boolean }>();
  for (const recipient of recipients) {
    const member = recipient.kind === 'member' ? await readMember(db, recipient.memberId) : undefined;
    const email = recipient.kind === 'member' ? member?.email : recipient.email;
    if (email === undefined || (recipient.kind === 'address' && unsubscribed.has(email.toLowerCase())))
      continue;
    const isMember = recipient.kind === 'member';
    const known = found.get(email.toLowerCase());
    found.set(email.toLowerCase(), { email, isMember: isMember || known?.isMember === true });
  }
  return [...found.values()];
}
