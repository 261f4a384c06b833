import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import type { MenuItem } from '../../model/index.ts';
import type { Scene } from '../scene.ts';
import { MainMenu } from './main-menu.tsx';

type Props = { readonly items: readonly MenuItem[]; readonly scene: Scene };
type Drawn = { readonly hrefs: ReadonlySet<string>; readonly byTemplate: Map<string, string> };

// A site keeps its menu until it is read again, and so long its drawing.
const kept = new WeakMap<readonly MenuItem[], Drawn>();

/**
 * The main menu, drawn once for all pages that it does not lead to: it is the same on them and the largest part that
 * they share. A page of the menu, which is marked in it, draws its own.
 */
export function DrawnMenu({ items, scene }: Props) {
  const { frame } = scene;
  const drawn = kept.get(items) ?? { hrefs: new Set(hrefsOf(items)), byTemplate: new Map<string, string>() };
  kept.set(items, drawn);
  if (drawn.hrefs.has(frame.path) || drawn.hrefs.has(scene.to(frame.path))) {
    return <MainMenu items={items} scene={scene} />;
  }
  const key = `${frame.template} ${frame.locale} ${frame.prefix}`;
  const known = drawn.byTemplate.get(key);
  const html = known ?? renderToString(<MainMenu items={items} scene={scene} />);
  if (known === undefined) drawn.byTemplate.set(key, html);
  return jsxTemplate([html]);
}

function hrefsOf(items: readonly MenuItem[]): string[] {
  return items.flatMap(({ href, children }) => [href, ...hrefsOf(children)]);
}
