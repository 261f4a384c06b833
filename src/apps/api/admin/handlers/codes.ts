import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ok } from '../../../../kernel/index.ts';
import { makeCodes, readCodes, removeCodes, saveCodes } from '../../../../modules/pricing/index.ts';
import { type Handlers, readCursor, writeCursor } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import type { promotionEndpoints } from '../contract/promotions.ts';
import type { AdminDeps } from '../deps.ts';

export type Codes = 'listCodes' | 'saveCodes' | 'makeCodes' | 'removeCodes';

const POSITION = z.tuple([z.string().max(60)]);

/** The codes of a promotion. */
export function codeHandlers({ db, reads }: AdminDeps): Pick<Handlers<typeof promotionEndpoints>, Codes> {
  return {
    listCodes: async ({ params: { id: promotionId }, query: { cursor, limit } }) => {
      const position = readCursor('codes', POSITION, cursor);
      if (!position.ok) return position;
      const codes = await readCodes(reads, { promotionId, after: position.value?.[0], limit: limit + 1 });
      const shown = codes.slice(0, limit);
      const last = codes.length > limit ? shown.at(-1) : undefined;
      const items = shown.map(({ text, usesLimit, used }) => ({ code: text, usesLimit, used }));
      return ok({ items, nextCursor: last && writeCursor('codes', [last.code]) });
    },
    saveCodes: async ({ params: { id: promotionId }, body: { codes, usesLimit } }) => {
      const saved = await transactOrRefuse(db, (tx) => saveCodes(tx, { promotionId, codes, usesLimit }));
      return saved.ok ? ok({ isSaved: true }) : saved;
    },
    makeCodes: async ({ params: { id: promotionId }, body, tx }) => {
      const made = await makeCodes(tx, { promotionId, ...body, random: randomBytes });
      return made.ok ? ok({ codes: made.value }) : made;
    },
    removeCodes: async ({ params: { id: promotionId }, body: { codes }, tx }) => {
      await removeCodes(tx, { promotionId, codes });
      return ok({ isRemoved: true });
    },
  };
}
