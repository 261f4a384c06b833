import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';

const WAIT_MS = { connectionTimeout: 4_000, greetingTimeout: 4_000, socketTimeout: 4_000 };

/**
 * Whether the mail server answers and lets us in, on a connection of its own; nothing is sent. A server that does not is
 * an answer here, in its words.
 *
 * @example
 * await checkMailServer('smtps://user:password@mail.example:465') // refused: 'Invalid login: 535 …'
 */
export async function checkMailServer(url: string): Promise<Result<undefined, Refusal<'no_mail_server'>>> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ url, ...WAIT_MS });
  try {
    await transport.verify();
    return ok(undefined);
  } catch (error) {
    return refuse('no_mail_server', error instanceof Error ? error.message : String(error));
  } finally {
    transport.close();
  }
}
