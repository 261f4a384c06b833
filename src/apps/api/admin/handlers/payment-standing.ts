import { fallbacksOf, fromDecimal, type Locale, ok, parseLocale, refuse } from '../../../../kernel/index.ts';
import { readMarkets, readStorefronts } from '../../../../modules/markets/index.ts';
import { readApproval, readFindings, readLastLook } from '../../../../modules/pagewatch/index.ts';
import {
  methodVerdict,
  orderMethods,
  type PaymentMethod,
  pciScope,
  readAllMethods,
  readProvidersSetUp,
} from '../../../../modules/payments/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { type Db, transactOrRefuse } from '../../../../platform/database/index.ts';
import type { paymentStandingEndpoints } from '../contract/payment-standing.ts';
import type { AdminDeps } from '../deps.ts';

export function paymentStandingHandlers({ db, reads }: AdminDeps): Handlers<typeof paymentStandingEndpoints> {
  return {
    readPaymentStanding: async () => {
      const { methods, setUp } = await readWays(reads);
      const ways = methods.filter(({ isActive, provider }) => isActive && setUp.has(provider));
      const [markets, fronts] = await Promise.all([readMarkets(reads), readStorefronts(reads)]);
      return ok({
        markets: markets.map(({ code, name, currency }) => ({
          ...{ code, name, currency, ways: ways.filter((method) => isOfferedIn(method, code)).length },
          locales: [
            ...new Set(fronts.filter(({ market }) => market.code === code).map(({ locale }) => locale)),
          ],
        })),
        ...{ pci: scopeOf(ways), pages: await readPages(reads) },
      });
    },
    previewPaymentMethods: async ({ query }) => {
      const locale = parseLocale(query.locale);
      if (locale === undefined) return refuse('unknown_locale', 'no BCP 47 language tag', 'locale');
      const market = (await readMarkets(reads)).find(({ code }) => code === query.market);
      if (market === undefined) return refuse('not_found', 'no such market', 'market');
      const { code: marketCode, currency } = market;
      const amount = fromDecimal(query.amount, currency);
      if (amount === undefined) return refuse('invalid', `no amount of ${currency}`, 'amount');
      const due = { marketCode, currency, amountMinor: amount.minor };
      const { methods, setUp } = await readWays(reads);
      const items = methods.map((method) => {
        const verdict = methodVerdict(method, due);
        const { id, provider, mode } = method;
        const isMissing = verdict === 'offered' && !setUp.has(provider);
        return {
          ...{ id, provider, mode, title: titleOf(method, locale) },
          verdict: isMissing ? ('not_set_up' as const) : verdict,
        };
      });
      return ok({ currency, items });
    },
    orderPaymentMethods: async ({ body: { ids } }) => {
      const ordered = await transactOrRefuse(db, (tx) => orderMethods(tx, ids));
      return ordered.ok ? ok({ isSaved: true }) : ordered;
    },
  };
}

async function readWays(db: Db) {
  const [methods, setUp] = await Promise.all([readAllMethods(db), readProvidersSetUp(db)]);
  return { methods, setUp };
}

function isOfferedIn({ marketCodes }: PaymentMethod, market: string): boolean {
  return marketCodes.length === 0 || marketCodes.includes(market);
}

/** Of all that is offered the scope that asks most: fields of a provider in a page ask more than a page of its own. */
function scopeOf(ways: readonly PaymentMethod[]) {
  const [inPage, redirect] = (['in_page', 'redirect'] as const).map((mode) =>
    ways.find((method) => method.mode === mode),
  );
  return pciScope(inPage ?? redirect ?? { mode: 'by_hand' });
}

async function readPages(db: Db) {
  const [look, approval, findings] = await Promise.all([
    readLastLook(db),
    readApproval(db),
    readFindings(db, { isOpen: true, limit: 1_000 }),
  ]);
  const scripts = (look?.pages ?? []).flatMap(({ page, traits }) =>
    traits
      .filter(({ kind, subject }) => kind === 'script' && subject !== '')
      .map(({ subject: address }) => ({ page, address })),
  );
  return {
    ...{ lookedAt: look?.lookedAt.toString(), scripts, openFindings: findings.length },
    approval: approval && {
      ...{ by: approval.approvedBy, at: approval.approvedAt.toString(), reason: approval.reason },
    },
  };
}

/** As the checkout chooses it. */
function titleOf({ titles, provider }: PaymentMethod, locale: Locale): string {
  const found = fallbacksOf(locale).find((each) => titles.has(each));
  return (found && titles.get(found)) ?? [...titles.values()][0] ?? provider;
}
