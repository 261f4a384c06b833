import type { Search } from '../../modules/search/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { Frame, TemplateName } from './model/index.ts';
import type { CardShelf } from './pages/card-shelf.ts';
import type { SizeTables } from './pages/size-tables.ts';

/** What answering needs beside the request. */
export type Desk = {
  readonly db: Db;
  readonly search: Search;
  readonly shelf: CardShelf;
  readonly sizeTables: SizeTables;
  readonly assets: (template: TemplateName) => Frame['assets'];
};
