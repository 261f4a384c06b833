import type { Asked } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { message } from '../messages/index.ts';
import type { ErrorPage, View } from '../model/index.ts';
import { frameOf } from '../pages/frame.ts';
import { headOf } from '../pages/head.ts';

const TITLES = {
  404: 'error.not_found_title',
  410: 'error.gone_title',
  500: 'error.failed_title',
} as const;

/** The page that says that there is none, or that we failed: never why, only a reference that support can look up. */
export function errorView(
  desk: Desk,
  asked: Pick<Asked, 'site' | 'path' | 'origin' | 'now'>,
  error: Omit<ErrorPage, 'kind'>,
): View {
  const { site } = asked;
  const page: ErrorPage = { kind: 'error', ...error };
  // The other storefronts have no such page either: their choice leads to their home page.
  const frame = frameOf(site, desk.assets(site.template), { path: '/' });
  const title = message(site.locale, TITLES[error.status]);
  const head = headOf({ site, frame, origin: asked.origin, title, text: title, robots: 'noindex' });
  return { frame, head, page };
}
