import { ok, type Result } from '../../../../kernel/index.ts';
import { MAIL_LANGUAGES } from '../../../../modules/mails/index.ts';
import {
  changeShop,
  type KeptShop,
  type MarketsRefusal,
  readKeptShop,
  readStorefronts,
  type ShopDraft,
  type ShopRefusal,
} from '../../../../modules/markets/index.ts';
import { readAllMethods } from '../../../../modules/payments/index.ts';
import { countPriced, readPriceLists } from '../../../../modules/pricing/index.ts';
import { readMethods } from '../../../../modules/shipping/index.ts';
import { hasVatIds, parseVatId } from '../../../../modules/taxes/index.ts';
import {
  type ApiRefusal,
  type FieldError,
  type Handlers,
  sentFields,
} from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import type { shopEndpoints } from '../contract/shop.ts';
import type { AdminDeps } from '../deps.ts';

type Refused = ApiRefusal<ShopRefusal['code']>;

export function shopHandlers({ db, reads }: AdminDeps): Handlers<typeof shopEndpoints> {
  return {
    readShop: async () => ok(shopAnswer(await readKeptShop(reads))),
    saveShop: async ({ body: { version, ...sent } }) => {
      const change: Partial<ShopDraft> = sentFields(sent);
      const saved = await transactOrRefuse<KeptShop, Refused>(db, async (tx) => {
        const country = change.country ?? (await readKeptShop(tx)).shop.country;
        const vatId = change.vatId === undefined ? undefined : vatIdOf(change.vatId, country);
        const known = { ...change, ...(vatId?.ok ? { vatId: vatId.value } : {}) };
        const changed = await changeShop(tx, { change: known, expectedVersion: BigInt(version) });
        const wrong = vatId?.ok === false ? [vatId.refusal] : [];
        if (!changed.ok) return { ok: false, refusal: withErrors(changed.refusal, wrong) };
        const [first] = wrong;
        return first === undefined
          ? changed
          : { ok: false, refusal: withErrors({ ...first, problems: wrong }) };
      });
      return saved.ok ? ok(shopAnswer(saved.value)) : saved;
    },
    readMarketUse: async ({ params: { code }, query: { currency } }) => {
      const [storefronts, priced, delivery, lists, payment] = await Promise.all([
        readStorefronts(reads),
        countPriced(reads, currency),
        readMethods(reads),
        readPriceLists(reads),
        readAllMethods(reads),
      ]);
      const offered = delivery.filter(({ isActive }) => isActive);
      return ok({
        storefronts: storefronts.filter(({ market }) => market.code === code).length,
        variants: priced.all,
        variantsPriced: priced.priced,
        deliveryMethods: offered.length,
        deliveryMethodsPriced: offered.filter(({ rates }) => rates.some((rate) => rate.currency === currency))
          .length,
        priceLists: lists.filter(({ marketCode }) => marketCode === code).length,
        paymentMethods: payment.filter(
          ({ isActive, marketCodes }) => isActive && (marketCodes.length === 0 || marketCodes.includes(code)),
        ).length,
      });
    },
  };
}

function shopAnswer({ shop, version }: KeptShop) {
  return {
    ...shop,
    ...{ version: version.toString(), isDescribed: version > 0n, ownLanguages: MAIL_LANGUAGES },
  };
}

/** In one piece, as invoices show it. Countries without VAT ids of a known form may have any number. */
function vatIdOf(typed: string, country: string): Result<string, MarketsRefusal> {
  if (typed.trim() === '' || !hasVatIds(country)) return ok(typed.trim());
  const parsed = parseVatId(typed);
  return parsed.ok ? ok(parsed.value.text) : parsed;
}

/** Everything that is wrong at once, each at its field. */
function withErrors(refusal: ShopRefusal, more: readonly MarketsRefusal[] = []): Refused {
  const { code, message } = refusal;
  if (!('problems' in refusal)) return refusal;
  const errors = [...refusal.problems, ...more].map(
    ({ field = '', code: why, message: says }): FieldError => ({
      field,
      in: 'body',
      code: why,
      message: says,
    }),
  );
  return { code, message, ...(refusal.field === undefined ? {} : { field: refusal.field }), errors };
}
