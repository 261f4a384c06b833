import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import { type Mailbox, parseMailbox } from './mailbox.ts';

export type OutgoingMail = {
  /** Without angle brackets. The same for every attempt, so that a mail that arrives twice is seen to be one. */
  readonly messageId: string;
  readonly from: Mailbox;
  /** One address: never a list. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** PNG, that the HTML shows as `cid:…` (RFC 2392). */
  readonly pictures?: readonly { readonly cid: string; readonly bytes: Buffer }[];
  /** That its reader keeps. */
  readonly files?: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }[];
  /** Where a mailbox says for its reader that they want no more, without opening anything (RFC 8058). */
  readonly unsubscribeUrl?: string;
  readonly writtenAt: Temporal.Instant;
};

/** `refused_by_server`: it would not take it at another time either; no such mailbox, not from this sender, too large. */
export type MailRefusal = Refusal<'not_an_address' | 'refused_by_server'>;

export type MailTransport = {
  /**
   * Hands the mail to the server.
   *
   * @throws what may be gone later: no connection, a lost one, a server that is busy or does not know us
   */
  readonly send: (mail: OutgoingMail) => Promise<Result<undefined, MailRefusal>>;
  readonly close: () => void;
};

const WAIT_MS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Sends over SMTP (RFC 5321), encrypted where the server offers it.
 *
 * @param url `smtps://user:password@host:465`, or `smtp://` for STARTTLS
 */
export function openMailTransport(url: string): MailTransport {
  // Loaded with the first mail: shops without a mail server, and processes that send none, do without it.
  let opened: ReturnType<typeof openSmtp> | undefined;
  return {
    send: async ({ to, messageId, writtenAt, pictures = [], files = [], unsubscribeUrl, ...mail }) => {
      // What looks like one address to us must not be several to the library.
      if (parseMailbox(to)?.address !== to)
        return refuse('not_an_address', `${to} is not one mail address`, 'to');
      opened ??= openSmtp(url);
      const smtp = await opened;
      try {
        await smtp.sendMail({
          ...mail,
          messageId: `<${messageId}>`,
          date: new Date(writtenAt.epochMilliseconds),
          to: { name: '', address: to },
          envelope: { from: mail.from.address, to: [to] },
          // RFC 3834: nobody's absence note is an answer to a machine.
          headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(unsubscribeUrl) },
          attachments: [
            ...pictures.map(({ cid, bytes }) => ({
              ...{ cid, content: bytes, filename: `${cid}.png`, contentType: 'image/png' },
              contentDisposition: 'inline' as const,
            })),
            ...files.map(({ name, mediaType, bytes }) => ({
              ...{ filename: name, content: bytes, contentType: mediaType },
              contentDisposition: 'attachment' as const,
            })),
          ],
        });
        return ok(undefined);
      } catch (error) {
        const reason = permanentReason(error);
        if (reason === undefined) throw error;
        return refuse('refused_by_server', reason);
      }
    },
    close: () => void opened?.then((smtp) => smtp.close()),
  };
}

function unsubscribeHeaders(url: string | undefined): Readonly<Record<string, string>> {
  if (url === undefined) return {};
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

async function openSmtp(url: string) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    ...{ url, pool: true, maxConnections: 2, ...WAIT_MS },
    // What a mail contains is text that we were given, never a file or an address to read.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
}

const ABOUT_THE_MAIL: ReadonlySet<unknown> = new Set(['EENVELOPE', 'EMESSAGE']);

/** Why a server refused this mail for good (RFC 5321, 4.2.1: 5yz); a refusal of ourselves can be mended. */
function permanentReason(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return undefined;
  const { responseCode } = error;
  const isPermanent = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
  return isPermanent && ABOUT_THE_MAIL.has(error.code) ? error.message : undefined;
}
