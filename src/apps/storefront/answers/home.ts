import type { Answer, Asked } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { message } from '../messages/index.ts';
import type { HomeSection } from '../model/index.ts';
import { frameOf } from '../pages/frame.ts';
import { headOf } from '../pages/head.ts';
import { organization } from '../seo/index.ts';
import { keepingOf } from './hit-cards.ts';
import { homeSections } from './home-sections.ts';

/** The home page: the manager's sections in their order. */
export async function answerHome(desk: Desk, asked: Asked): Promise<Answer> {
  const { site } = asked;
  const { shop } = site;
  const sections = await homeSections(desk, asked);
  const frame = frameOf(site, desk.assets(site.template), { path: '/' });
  const title =
    shop.tagline === ''
      ? shop.name
      : message(site.locale, 'home.title', { shop: shop.name, tagline: shop.tagline });
  const head = headOf({
    site,
    frame,
    origin: asked.origin,
    title,
    seoTitle: title,
    text: [shop.name, shop.tagline, ...wordsOf(sections)].filter((words) => words !== '').join('. '),
    jsonLd: organization(asked.origin, frame),
    picture: sections.find((section) => section.kind === 'hero')?.picture,
  });
  const cards = sections.flatMap((section) => (section.kind === 'products' ? section.cards : []));
  const view = { frame, head, page: { kind: 'home', sections } } as const;
  return { kind: 'page', view, ...keepingOf(cards, asked) };
}

function wordsOf(sections: readonly HomeSection[]): string[] {
  return sections.flatMap((section) => (section.kind === 'hero' ? [section.text] : []));
}
