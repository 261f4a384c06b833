import { parseId } from '../../kernel/index.ts';
import { enqueueMany, type Job, type JobContext } from '../../platform/jobs/index.ts';
import type { Mailbox, MailTransport } from '../../platform/mail/index.ts';
import { mergeLists, type Reaction } from '../../platform/outbox/index.ts';
import { readShop } from '../markets/index.ts';
import type { Mail, MailId } from './mail.ts';
import type { MailKind } from './model.ts';
import { selectFiles } from './store/files.ts';
import { keepAll, noteOutcome, selectMail } from './store/mails.ts';
import { selectPictures } from './store/pictures.ts';

export type SendDeps = {
  /** `undefined`: mails are kept in the mailbox and not sent. */
  readonly transport: MailTransport | undefined;
  /** The shop's name and address unless given. */
  readonly from: Mailbox | undefined;
};

const SEND_MAIL = 'mails.send';
/** A mail server that is away for a day and a half still gets what was written meanwhile. */
const ATTEMPTS = 14;
/** What opens something: not kept longer than it takes to send. */
const FORGOTTEN: ReadonlySet<string> = new Set<MailKind>(['sign_in_code', 'gift_card']);

/**
 * Sends one mail. A process that dies between the server's yes and our note of it sends again, under the same
 * Message-ID, by which mailboxes know the same message.
 */
export function sendMailJob(deps: SendDeps): Job<typeof SEND_MAIL, MailId> {
  return {
    name: SEND_MAIL,
    maxAttempts: ATTEMPTS,
    parse: mailIdOf,
    run: async (context, id) => {
      const mail = await selectMail(context.db, id);
      if (mail?.state !== 'queued') return;
      if (deps.transport === undefined) await keepAll(context.db, [id]);
      else await hand(deps.transport, mail, deps.from, context);
    },
  };
}

/** A job for each mail, or none where there is nobody to give it to. */
export function writtenReaction({ transport }: SendDeps): Reaction {
  return {
    name: 'mails.written',
    topic: 'mails.written',
    merge: mergeLists,
    run: async (tx, { payload: { mailIds } }) => {
      if (transport === undefined) await keepAll(tx, mailIds);
      else
        await enqueueMany(
          tx,
          SEND_MAIL,
          mailIds.map((mailId) => ({ payload: { mailId } })),
        );
    },
  };
}

async function hand(
  transport: MailTransport,
  mail: Mail,
  from: Mailbox | undefined,
  { db, attempt, isLastAttempt, now }: JobContext,
): Promise<void> {
  const shop = await readShop(db);
  const sender = from ?? { name: shop.name, address: shop.email };
  const { id, to, subject, text, html, createdAt, unsubscribeUrl } = mail;
  const [pictures, files] = await Promise.all([selectPictures(db, id), selectFiles(db, id)]);
  try {
    const messageId = `${id}@${sender.address.split('@').at(-1)}`;
    const sent = await transport.send({
      messageId,
      from: sender,
      to,
      subject,
      text,
      html,
      pictures,
      files,
      ...(unsubscribeUrl === '' ? {} : { unsubscribeUrl }),
      writtenAt: createdAt,
    });
    const isForgotten = FORGOTTEN.has(mail.kind);
    await noteOutcome(
      db,
      id,
      attempt,
      sent.ok ? { state: 'sent', at: now, isForgotten } : { state: 'failed', failure: sent.refusal.message },
    );
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    await noteOutcome(db, id, attempt, { state: isLastAttempt ? 'failed' : 'queued', failure });
    throw error;
  }
}

function mailIdOf(payload: unknown): MailId {
  const given =
    typeof payload === 'object' && payload !== null && 'mailId' in payload ? payload.mailId : undefined;
  const id = typeof given === 'string' ? parseId<'mail'>(given) : undefined;
  if (id === undefined) throw new RangeError('a job to send a mail names none');
  return id;
}
