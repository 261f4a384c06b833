import { renderToString } from 'preact-render-to-string';
import type { Card, Frame, Suggestions, View } from '../model/index.ts';
import { Document } from './document.tsx';
import { Cards } from './parts/card.tsx';
import { sceneOf } from './scene.ts';
import { SuggestionList } from './suggestion-list.tsx';

/** The whole page as HTML, from `<!doctype html>` on. Nothing in it needs inline script or inline style. */
export function renderView(view: View): string {
  return `<!doctype html>${renderToString(<Document view={view} scene={sceneOf(view.frame)} />)}`;
}

/** The product grid alone (`<ul class="cards">`), for fragments that a script puts into a page. */
export function renderCards(cards: readonly Card[], frame: Frame): string {
  return renderToString(<Cards cards={cards} scene={sceneOf(frame)} headingLevel={3} />);
}

/**
 * What the search field's listbox shows: options to step through with the arrow keys, each with its address.
 */
export function renderSuggestions(suggestions: Suggestions, frame: Frame): string {
  return renderToString(<SuggestionList suggestions={suggestions} scene={sceneOf(frame)} />);
}
