import type { MailDeps } from './modules/mails/index.ts';
import type { Config } from './platform/config/index.ts';
import { openMailTransport, parseMailbox } from './platform/mail/index.ts';

/** How the shop's mails go out, as the settings say. */
export function openMailing(config: Config): { readonly mails: MailDeps; readonly close: () => void } {
  const { SMTP_URL: url, MAIL_FROM: from, BASE_URL: baseUrl, PORT: port } = config;
  const transport = url === undefined ? undefined : openMailTransport(url);
  const mails = {
    transport,
    from: from === undefined ? undefined : parseMailbox(from),
    baseUrl: baseUrl ?? `http://localhost:${port}`,
    isBaseUrlSet: baseUrl !== undefined,
  };
  return { mails, close: () => transport?.close() };
}
