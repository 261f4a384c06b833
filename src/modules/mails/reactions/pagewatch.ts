import type { Reaction } from '../../../platform/outbox/index.ts';
import { readShop } from '../../markets/index.ts';
import { readFindings } from '../../pagewatch/index.ts';
import { queueMail } from '../queue-mail.ts';

/** What the watch over the payment pages found goes to the shop's own address; a shop without one sees it by the CLI. */
export const pagewatchReactions: readonly Reaction[] = [
  {
    name: 'mails.pagewatch_found',
    topic: 'pagewatch.found',
    run: async (tx, { id, payload, toldAt: now }) => {
      const { email: to, defaultLocale: locale } = await readShop(tx);
      const found = await readFindings(tx, { ids: payload.findingIds });
      if (to === '' || found.length === 0) return;
      const findings = found.map(({ change, page, kind, subject, was, is }) => {
        return { change, page, kind, subject, was, is };
      });
      const mail = { kind: 'pages_changed', model: { findings }, to, locale, now } as const;
      await queueMail(tx, { ...mail, dedupeKey: `pages_changed:${id}` });
    },
  },
];
