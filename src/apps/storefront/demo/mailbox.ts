import { parseId } from '../../../kernel/index.ts';
import { readMail, readMailbox } from '../../../modules/mails/index.ts';
import { message } from '../messages/index.ts';
import type { MailboxPage } from '../model/index.ts';
import { momentText } from '../order/steps.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';

const NEVER_RUN =
  "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

/** The mails that the demo wrote and did not send: for whoever sits at this machine, and nobody else. */
export function mailboxRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  return [
    { pattern: '/demo/mailbox', get: (visit) => showMailbox(desk, visit) },
    { pattern: '/demo/mailbox/:id', get: (visit) => showMail(desk, visit) },
  ];
}

async function showMailbox(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  if (!mayLook(desk, visit)) return { kind: 'missing' };
  const { site, query } = visit;
  const { db } = desk.orders;
  const box = await readMailbox(db);
  const rows = box.ok ? box.value.mails : [];
  const wanted = query.get('mail') ?? rows[0]?.id ?? '';
  const id = parseId<'mail'>(wanted);
  const shown = id && (await readMail(db, id));
  const moment = (at: Temporal.Instant) => momentText(at, site.locale, site.shop.timeZone);
  const page: MailboxPage = {
    kind: 'mailbox',
    mails: rows.map(({ id: mailId, subject, to, createdAt }) => ({
      title: subject,
      href: `${site.to('/demo/mailbox')}?mail=${mailId}`,
      to,
      at: moment(createdAt),
      isCurrent: mailId === id,
    })),
    shown: shown && {
      subject: shown.subject,
      to: shown.to,
      at: moment(shown.createdAt),
      frameHref: site.to(`/demo/mailbox/${shown.id}`),
      text: shown.text,
    },
  };
  return {
    kind: 'page',
    view: personalView(desk, visit, { title: message(site.locale, 'mailbox.title'), page }),
  };
}

/** The mail as it would arrive, in a frame that may run nothing and go nowhere. */
async function showMail(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const id = parseId<'mail'>(visit.params['id'] ?? '');
  const mail = id && mayLook(desk, visit) ? await readMail(desk.orders.db, id) : undefined;
  return mail ? { kind: 'document', html: mail.html, policy: NEVER_RUN } : { kind: 'missing' };
}

function mayLook({ hasMailbox }: ShopperDesk, { isLocal }: Visit): boolean {
  return hasMailbox && isLocal;
}
