import { ok, refuse } from '../../../../kernel/index.ts';
import { isPublished, listProductIds, readProducts } from '../../../../modules/catalog/index.ts';
import {
  accentIn,
  type DrawnAccent,
  parseAccent,
  readTheme,
  saveTheme,
  sealLookPreview,
  type Theme,
} from '../../../../modules/markets/index.ts';
import { type AssetId, readPictures } from '../../../../modules/media/index.ts';
import { readCollections } from '../../../../modules/merchandising/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { type Db, transactOrRefuse } from '../../../../platform/database/index.ts';
import type { shopLookEndpoints } from '../contract/shop-look.ts';
import type { AdminDeps } from '../deps.ts';
import { thumbnailOf } from './product-table.ts';

const PREVIEW = { minutes: 30 };
/** Among the oldest products there is one that is shown. */
const LOOKED_AT = 30;

export function shopLookHandlers({ db, reads, secrets }: AdminDeps): Handlers<typeof shopLookEndpoints> {
  return {
    readTheme: async () => ok(await themeAnswer(reads, await readTheme(reads))),
    saveTheme: async ({ body: { accent, logoId: logo, pictureId: picture } }) => {
      const wanted = [logo, picture].filter((one): one is AssetId => one !== undefined);
      const known = await readPictures(reads, wanted);
      const unknown = wanted.find((one) => !known.has(one));
      if (unknown !== undefined) {
        return refuse('not_found', 'there is no such picture', unknown === logo ? 'logoId' : 'pictureId');
      }
      const saved = await transactOrRefuse(db, (tx) => saveTheme(tx, { accent, logo, picture }));
      return saved.ok ? ok(await themeAnswer(db, saved.value)) : saved;
    },
    previewLook: async ({ query: { template, accent: asked }, now }) => {
      const accent = asked === undefined ? (await readTheme(reads)).accent : parseAccent(asked);
      if (accent === undefined) return refuse('invalid', 'a colour is written as #8c3b1e', 'accent');
      const until = now.add(PREVIEW);
      const token = sealLookPreview(secrets, { look: { template, accent }, until });
      const drawn = accent === '' ? {} : { accent: drawnAnswer(accentIn(template, accent)) };
      return ok({ token, until: until.toString(), pages: await pagesToSee(reads, now), ...drawn });
    },
  };
}

async function themeAnswer(db: Db, { accent, logo, picture }: Theme) {
  const pictures = await readPictures(db, [logo ?? [], picture ?? []].flat());
  return { accent, logo: thumbnailOf(pictures, logo), picture: thumbnailOf(pictures, picture) };
}

function drawnAnswer({ light, dark }: ReturnType<typeof accentIn>) {
  const one = ({ colour, ratio, isAdjusted }: DrawnAccent) => ({ colour, ratio, isAdjusted });
  return { light: one(light), dark: one(dark) };
}

/** One page of each kind that tells templates apart. */
async function pagesToSee(db: Db, now: Temporal.Instant) {
  const [collections, ids] = await Promise.all([
    readCollections(db),
    listProductIds(db, { limit: LOOKED_AT }),
  ]);
  const collection = collections.find((one) => one.isPublished);
  const product = (await readProducts(db, ids)).find((one) => isPublished(one, now));
  return [
    { kind: 'home' as const, path: '/' },
    ...(collection ? [{ kind: 'listing' as const, path: `/collections/${collection.handle}` }] : []),
    ...(product ? [{ kind: 'product' as const, path: `/products/${product.handle}` }] : []),
  ];
}
