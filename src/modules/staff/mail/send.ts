import { parseId } from '../../../kernel/index.ts';
import { enqueueMany, type Job } from '../../../platform/jobs/index.ts';
import type { Mailbox, MailTransport } from '../../../platform/mail/index.ts';
import { mergeLists, type Reaction } from '../../../platform/outbox/index.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import { type Reached, reachedAt, readShop } from '../../markets/index.ts';
import { noteOutcome, type QueuedMail, selectQueued, type TeamMailId } from '../store/mails.ts';
import { linkPath } from '../welcome/link.ts';
import { writeTeamLetter } from './letter.ts';

export type TeamMailDeps = {
  readonly secrets: Secrets;
  /** `undefined`: there is no mail server, and links are handed over by whoever invites. */
  readonly transport: MailTransport | undefined;
  readonly from: Mailbox | undefined;
} & Reached;

const SEND = 'staff.send_mail';

/** A job for each mail that was written. */
export const mailWrittenReaction: Reaction = {
  name: 'staff.mail_written',
  topic: 'staff.mail_written',
  merge: mergeLists,
  run: (tx, { payload: { mailIds } }) =>
    enqueueMany(
      tx,
      SEND,
      mailIds.map((mailId) => ({ payload: { mailId } })),
    ),
};

/** Sends one mail. One that is sent again after a crash has the same Message-ID, by which mailboxes know it. */
export function sendTeamMailJob(deps: TeamMailDeps): Job<typeof SEND, TeamMailId> {
  return {
    name: SEND,
    parse: mailIdOf,
    run: async ({ db, now, isLastAttempt }, id) => {
      const mail = await selectQueued(db, id);
      if (mail === undefined) return;
      if (deps.transport === undefined) return noteOutcome(db, id, { state: 'kept' });
      const kept = await readShop(db);
      const { name, email, timeZone } = kept;
      const from = deps.from ?? { name, address: email };
      const letter = writeTeamLetter(mail.model, mail.language, {
        ...{ shop: name, timeZone, link: reachedAt(deps, kept) + linkOf(mail, deps.secrets) },
      });
      const messageId = `${id}@${from.address.split('@').at(-1)}`;
      try {
        const sent = await deps.transport.send({
          ...{ messageId, from, to: mail.to, ...letter, writtenAt: mail.createdAt },
        });
        const outcome = sent.ok
          ? ({ state: 'sent', at: now } as const)
          : ({ state: 'failed', failure: sent.refusal.message } as const);
        await noteOutcome(db, id, outcome);
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error);
        await noteOutcome(db, id, { state: isLastAttempt ? 'failed' : 'queued', failure });
        throw error;
      }
    },
  };
}

function linkOf({ model }: QueuedMail, secrets: Secrets): string {
  return model.kind === 'invitation' ? linkPath(secrets.open(model.sealedToken)) : '';
}

function mailIdOf(payload: unknown): TeamMailId {
  const given =
    typeof payload === 'object' && payload !== null && 'mailId' in payload ? payload.mailId : undefined;
  const id = typeof given === 'string' ? parseId<'staff_mail'>(given) : undefined;
  if (id === undefined) throw new RangeError('a job to send a mail names none');
  return id;
}
