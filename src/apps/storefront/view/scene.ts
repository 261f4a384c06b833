import { type MessageKey, message, type Values } from '../messages/index.ts';
import type { Frame } from '../model/index.ts';
import { ARRANGEMENTS, type Arrangement } from './templates.ts';

/** What every part of a page may need: its frame, its template's arrangement, and words in its language. */
export type Scene = {
  readonly frame: Frame;
  readonly arrangement: Arrangement;
  readonly say: (key: MessageKey, values?: Values) => string;
  /** The address of a path of the shop in this storefront. */
  readonly to: (path: string) => string;
};

export function sceneOf(frame: Frame): Scene {
  return {
    frame,
    arrangement: ARRANGEMENTS[frame.template],
    say: (key, values) => message(frame.locale, key, values),
    to: (path) => (path === '/' ? frame.prefix || '/' : frame.prefix + path),
  };
}
