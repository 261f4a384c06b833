import { ok } from '../../../../kernel/index.ts';
import {
  readTaxClasses,
  readTaxRates,
  readTaxRulebook,
  removeTaxClass,
  removeTaxRates,
  saveTaxClass,
  saveTaxRates,
  saveTaxSeller,
  type TaxRule,
} from '../../../../modules/taxes/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { transact, transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import type { taxEndpoints } from '../contract/taxes.ts';
import type { AdminDeps } from '../deps.ts';

export function taxHandlers({ db, reads }: AdminDeps): Handlers<typeof taxEndpoints> {
  return {
    listTaxClasses: async ({ query }) =>
      pageOfAll('tax_classes', query, await readTaxClasses(reads), {
        keyOf: ({ code }) => code,
        itemOf: ({ code, name }) => ({ code, name }),
      }),
    saveTaxClass: async ({ params: { code }, body: { name } }) =>
      transactOrRefuse(db, (tx) => saveTaxClass(tx, { code, name })),
    removeTaxClass: async ({ params: { code } }) => {
      const removed = await transactOrRefuse(db, (tx) => removeTaxClass(tx, code));
      return removed.ok ? ok({ isRemoved: true }) : removed;
    },
    listTaxRates: async ({ query: { country, ...page } }) => {
      const rates = await readTaxRates(reads);
      const shown = country === undefined ? rates : rates.filter((rate) => rate.country === country);
      return pageOfAll('tax_rates', page, shown, { keyOf, itemOf: rateAnswer });
    },
    saveTaxRates: async ({ body: { rates } }) => {
      const drafts = rates.map(({ validFrom, validUntil, ...rate }) => {
        return { ...sentFields(rate), validFrom, validUntil };
      });
      const saved = await transactOrRefuse(db, (tx) => saveTaxRates(tx, drafts));
      return saved.ok ? ok({ isSaved: true }) : saved;
    },
    removeTaxRate: async ({ params: { id } }) => {
      await transact(db, (tx) => removeTaxRates(tx, [id]));
      return ok({ isRemoved: true });
    },
    readTaxSeller: async () => ok((await readTaxRulebook(reads)).seller),
    saveTaxSeller: async ({ body: seller }) => {
      const saved = await transactOrRefuse(db, (tx) => saveTaxSeller(tx, seller));
      return saved.ok ? ok((await readTaxRulebook(db)).seller) : saved;
    },
  };
}

/** By place, then by what it is a tax of and for, the earlier first. */
function keyOf({ country, region = '', levy, taxClass, validFrom, id }: TaxRule): string {
  return [country, region, levy, taxClass, validFrom ?? '', id].join(' ');
}

function rateAnswer({ validFrom, validUntil, ...rate }: TaxRule) {
  return { ...rate, validFrom: validFrom?.toString(), validUntil: validUntil?.toString() };
}
