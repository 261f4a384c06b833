import type { Route } from '../address.ts';
import type { Answer, Asked } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { frameOf } from '../pages/frame.ts';
import { answerCollections } from './collections.ts';
import { answerContent } from './content.ts';
import { cardsOf, fragment, SUGGEST_TAGS, suggestionsFor } from './fragments.ts';
import { answerHome } from './home.ts';
import { answerBrand, answerCategory, answerCollection } from './listing-pages.ts';
import { answerProduct } from './product.ts';
import { answerSearch } from './search.ts';

/** Draws the parts of pages that scripts fetch on their own. */
export type FragmentRenderer = {
  readonly renderCards: typeof import('../view/index.ts').renderCards;
  readonly renderSuggestions: typeof import('../view/index.ts').renderSuggestions;
};

/** What the shop answers to this route; feeds and files are not among them. */
export async function answerRoute(
  desk: Desk,
  renderer: FragmentRenderer,
  asked: Asked & { readonly route: Route; readonly wantsJson: boolean },
): Promise<Answer> {
  const { route } = asked;
  switch (route.kind) {
    case 'home':
      return answerHome(desk, asked);
    case 'product':
      return answerProduct(desk, { ...asked, route });
    case 'collections':
      return answerCollections(desk, asked);
    case 'collection':
      return answerCollection(desk, { ...asked, route });
    case 'category':
      return answerCategory(desk, { ...asked, route });
    case 'brand':
      return answerBrand(desk, { ...asked, route });
    case 'search':
      return answerSearch(desk, asked);
    case 'content':
      return answerContent(desk, { ...asked, route });
    case 'suggest':
      return answerSuggest(desk, renderer, asked);
    case 'cards':
      return answerCards(desk, renderer, asked);
    case 'google_feed':
      return { kind: 'missing' };
  }
}

function answerSuggest(
  desk: Desk,
  { renderSuggestions }: FragmentRenderer,
  asked: Asked & { readonly wantsJson: boolean },
): Answer {
  const suggestions = suggestionsFor(desk, asked);
  if (asked.wantsJson) {
    return fragment(JSON.stringify(suggestions), 'application/json; charset=utf-8', { tags: SUGGEST_TAGS });
  }
  const frame = frameOf(asked.site, desk.assets(asked.site.template), { path: asked.path });
  return fragment(renderSuggestions(suggestions, frame), HTML, { tags: SUGGEST_TAGS });
}

async function answerCards(desk: Desk, { renderCards }: FragmentRenderer, asked: Asked): Promise<Answer> {
  const { cards, ...keeping } = await cardsOf(desk, asked);
  const frame = frameOf(asked.site, desk.assets(asked.site.template), { path: asked.path });
  return fragment(cards.length === 0 ? '' : renderCards(cards, frame), HTML, keeping);
}

const HTML = 'text/html; charset=utf-8';
