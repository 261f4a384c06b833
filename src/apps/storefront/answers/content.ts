import { readPage } from '../../../modules/content/index.ts';
import type { Answer, AskedFor } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { homeCrumb } from '../pages/crumbs.ts';
import { frameOf } from '../pages/frame.ts';
import { headOf } from '../pages/head.ts';

/** A page of the shop's own words: about us, imprint, delivery. */
export async function answerContent(desk: Desk, asked: AskedFor<'content'>): Promise<Answer> {
  const { site, route } = asked;
  const found = await readPage(desk.db, { handle: route.handle, locale: site.locale });
  if (!found?.isPublished) return { kind: 'missing' };
  const { title, bodyHtml } = found;
  const crumbs = [homeCrumb(site), { title, href: site.to(asked.path) }];
  const frame = frameOf(site, desk.assets(site.template), { path: asked.path });
  const head = headOf({
    site,
    frame,
    origin: asked.origin,
    title,
    seoTitle: found.seoTitle,
    seoDescription: found.seoDescription,
    text: bodyHtml,
    type: 'article',
    crumbs,
  });
  // A day of the shop's own calendar, wherever the reader is.
  const day = found.updatedAt.toZonedDateTimeISO(site.shop.timeZone).toPlainDate();
  const updatedAt = day.toLocaleString(site.locale, { dateStyle: 'long' });
  const page = { kind: 'content', crumbs, title, bodyHtml, updatedAt } as const;
  return { kind: 'page', view: { frame, head, page }, tags: [] };
}
