import { ok, parseLocale, type Refusal, type Result, refuse } from '../../../../kernel/index.ts';
import {
  type ConsentRules,
  countDecisions,
  createSender,
  listSenders,
  readConsentProof,
  readConsentRules,
  readDropped,
  releaseQuarantine,
  revokeSender,
  saveConsentRules,
} from '../../../../modules/collector/index.ts';
import {
  readAnalyticsMode,
  readBannerTexts,
  readMarkets,
  saveAnalyticsMode,
  saveBannerText,
} from '../../../../modules/markets/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { transact, transactOrRefuse } from '../../../../platform/database/index.ts';
import type { trackingEndpoints } from '../contract/tracking.ts';
import type { AdminDeps } from '../deps.ts';

/** As many as quarantine holds, today included. */
const HELD_DAYS = 8;
const DECIDED_DAYS = 28;
const EVERYWHERE = '*';

export function trackingHandlers({ db, reads }: AdminDeps): Handlers<typeof trackingEndpoints> {
  return {
    readTracking: async ({ query: { days = DECIDED_DAYS }, now }) => {
      const today = now.toZonedDateTimeISO('UTC').toPlainDate();
      const [mode, rules, banners, decisions, dropped] = await Promise.all([
        readAnalyticsMode(reads),
        readConsentRules(reads),
        readBannerTexts(reads),
        countDecisions(reads, { from: now.subtract({ hours: days * 24 }), to: now }),
        readDropped(reads, { from: today.subtract({ days: HELD_DAYS - 1 }), to: today }),
      ]);
      const { gpcRefuses, holdsDays } = ruleOfAll(rules);
      return ok({
        ...{ mode, gpcRefuses: [...gpcRefuses], holdsDays, regions: rules.regions.length - 1, decisions },
        banners,
        dropped: dropped.map(({ day, reason, count, held }) => ({
          ...{ day: day.toString(), reason, count: Number(count), held: Number(held) },
        })),
      });
    },
    saveTracking: async ({ body: { mode, gpcRefuses, holdsDays }, now }) => {
      const saved = await transactOrRefuse(db, async (tx): Promise<Result<unknown, Refusal<'invalid'>>> => {
        if (mode !== undefined) await saveAnalyticsMode(tx, mode);
        if (gpcRefuses === undefined && holdsDays === undefined) return ok(undefined);
        const rules = await readConsentRules(tx);
        const regions = rules.regions.map((rule) =>
          rule.places.includes(EVERYWHERE)
            ? {
                ...rule,
                gpcRefuses: gpcRefuses ?? rule.gpcRefuses,
                holdsDays: holdsDays ?? rule.holdsDays,
              }
            : rule,
        );
        return saveConsentRules(tx, { rules: { regions }, now });
      });
      return saved.ok ? ok({ isSaved: true }) : saved;
    },
    saveConsentBanner: async ({ body: { market, locale: written, title, text } }) => {
      const locale = parseLocale(written);
      if (locale === undefined) return refuse('unknown_locale', `"${written}" is no language`, 'locale');
      const isKnown = market === '' || (await readMarkets(reads)).some(({ code }) => code === market);
      if (!isKnown) return refuse('unknown_market', `there is no market "${market}"`, 'market');
      const saved = await transactOrRefuse(db, (tx) => saveBannerText(tx, { market, locale, title, text }));
      return saved.ok ? ok({ isSaved: true }) : saved;
    },
    releaseQuarantine: async ({ body: { reason }, now, tx }) => {
      const from = now.subtract({ hours: HELD_DAYS * 24 });
      return ok({ count: await releaseQuarantine(tx, { reason, from, to: now }) });
    },
    readConsentProof: async ({ query: { id } }) => {
      const { records, isWhole } = await readConsentProof(reads, id);
      if (records.length === 0) return refuse('not_found', 'nobody has decided under this id', 'id');
      const decisions = records.map((one) => ({ ...one, decidedAt: one.decidedAt.toString() }));
      return ok({ decisions, isWhole });
    },
    listEventSenders: async () => {
      const senders = await listSenders(reads);
      return ok({
        items: senders.map(({ id, name, createdAt, revokedAt }) => ({
          ...{ id, name, createdAt: createdAt.toString(), revokedAt: revokedAt?.toString() },
        })),
      });
    },
    createEventSender: ({ body: { name }, now, tx }) => createSender(tx, { name, now }),
    revokeEventSender: async ({ params: { id }, now }) => {
      const isRevoked = await transact(db, (tx) => revokeSender(tx, { id, now }));
      return isRevoked ? ok({ isRevoked }) : refuse('not_found', 'no valid sender has this id', 'id');
    },
  };
}

function ruleOfAll({ regions }: ConsentRules): ConsentRules['regions'][number] {
  const rule = regions.find(({ places }) => places.includes(EVERYWHERE));
  if (rule === undefined) throw new RangeError('one rule is for all places that no other has');
  return rule;
}
