import type { Asked } from '../answer.ts';
import type { Desk } from '../desk.ts';
import type { Head, Page, View } from '../model/index.ts';
import { frameOf } from '../pages/frame.ts';
import { headOf } from '../pages/head.ts';

/** A page of one shopper's: in no search engine, with nothing of it in links that are shared. */
export function personalView(
  desk: Pick<Desk, 'assets'>,
  asked: Pick<Asked, 'site' | 'origin' | 'path'>,
  input: { readonly title: string; readonly page: Page; readonly scripts?: Head['scripts'] },
): View {
  const { site, origin } = asked;
  // Another storefront's same page may be somebody else's, or none: their choice leads to their cart or home.
  const path = input.page.kind === 'cart' ? '/cart' : '/';
  const frame = frameOf(site, desk.assets(site.template), { path });
  const head = headOf({
    site,
    frame,
    origin,
    title: input.title,
    text: input.title,
    robots: 'noindex, nofollow',
  });
  return {
    frame: { ...frame, path: asked.path },
    head: {
      ...head,
      canonical: origin + site.to(asked.path),
      ...(input.scripts && { scripts: input.scripts }),
    },
    page: input.page,
  };
}
