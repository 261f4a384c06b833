import { ok } from '../../../../kernel/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  explainTax,
  parseVatId,
  readTaxClasses,
  readTaxRates,
  readTaxRulebook,
  readVatIdCheck,
  STARTER_CLASSES,
  STARTER_RATES,
  type TaxRateDraft,
  type TaxRule,
} from '../../../../modules/taxes/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import type { taxTestEndpoints } from '../contract/tax-test.ts';
import type { AdminDeps } from '../deps.ts';

export function taxTestHandlers({ reads }: AdminDeps): Handlers<typeof taxTestEndpoints> {
  return {
    testTax: async ({ query: { taxClass, vatId, ...place }, now }) => {
      const given = vatId === undefined || vatId.trim() === '' ? undefined : parseVatId(vatId);
      if (given?.ok === false) return given;
      const [rulebook, shop] = await Promise.all([readTaxRulebook(reads), readShop(reads)]);
      const check = given && (await readVatIdCheck(reads, given.value.text));
      const customer = given && {
        vatId: given.value.text,
        ...(check === undefined ? {} : { isVatIdValid: check.isValid }),
      };
      const { why, context } = explainTax(rulebook, {
        ...{ destination: sentFields(place), sellerCountry: shop.country, now },
        ...(customer === undefined ? {} : { customer }),
      });
      const rates = context.rateFor(taxClass);
      const standard = context.rateFor('');
      return ok({
        ...{ country: context.country, region: context.region, why, rates },
        totalMillionths: rates.reduce((sum, { rateMillionths }) => sum + rateMillionths, 0),
        isOwnOfClass: taxClass !== '' && JSON.stringify(rates) !== JSON.stringify(standard),
        vatId: customer && { isValid: check?.isValid, checkedAt: check?.checkedAt.toString() },
      });
    },
    listStarterRates: async () => {
      const [kept, classes] = await Promise.all([readTaxRates(reads), readTaxClasses(reads)]);
      const known = new Map(kept.map((rule) => [placeOf(rule), rule]));
      return ok({
        classes: STARTER_CLASSES.map(({ code, name }) => ({
          ...{ code, name, isKnown: classes.some((one) => one.code === code) },
        })),
        rates: STARTER_RATES.map((rate) => ({
          ...{ ...rate, validFrom: rate.validFrom?.toString(), validUntil: rate.validUntil?.toString() },
          standing: standingOf(rate, known.get(placeOf(rate))),
        })),
      });
    },
  };
}

/** What a rate replaces when it is saved: the same place, levy, class and first day. */
function placeOf(rate: TaxRateDraft | TaxRule): string {
  const { country, region = '', postalPrefixes, levy, taxClass, validFrom } = rate;
  return JSON.stringify([country, region, postalPrefixes.toSorted(), levy, taxClass, `${validFrom ?? ''}`]);
}

function standingOf(rate: TaxRateDraft, kept: TaxRule | undefined): 'missing' | 'same' | 'other' {
  if (kept === undefined) return 'missing';
  const isSame = kept.rateMillionths === rate.rateMillionths && `${kept.validUntil}` === `${rate.validUntil}`;
  return isSame ? 'same' : 'other';
}
