import { type CurrencyCode, type Money, money, ok, refuse } from '../../../../kernel/index.ts';
import {
  attentionOf,
  builtInKinds,
  type DecisionKind,
  type Mandate,
  noMandate,
  readLooks,
  readMandates,
  readSetting,
  readSpent,
  saveEconomics,
  saveMandate,
  startAgain,
  stopAll,
  tryMandate,
} from '../../../../modules/decisions/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import { type Asked, type Handlers, moneyOf } from '../../../../platform/api/index.ts';
import { type Db, transact, transactOrRefuse } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { mandateEndpoints } from '../contract/mandate.ts';
import type { AdminDeps } from '../deps.ts';

const MILLION = 1_000_000;

/** What may be decided without asking. */
export function mandateHandlers({ db, reads, system }: AdminDeps): Handlers<typeof mandateEndpoints> {
  const kinds = builtInKinds(system.analytics);
  const list = async (from: Db, now: Temporal.Instant) => {
    const [mandates, looks, { defaultCurrency }] = await Promise.all([
      ...([readMandates(from), readLooks(from), readShop(from)] as const),
    ]);
    return Promise.all(
      [...kinds.values()].map(async (kind) => {
        const mandate = mandates.get(kind.id) ?? noMandate(kind.id);
        const spent = await readSpent(from, kind.id, now);
        const look = looks.find((one) => one.kind === kind.id);
        return mandateAnswer(kind, { mandate, spent, look, currency: defaultCurrency });
      }),
    );
  };
  return {
    listMandates: async ({ now }) => {
      const [items, { stopped, economics }, { defaultCurrency }] = await Promise.all([
        ...([list(reads, now), readSetting(reads), readShop(reads)] as const),
      ]);
      return ok({
        items,
        stopped: stopped && { at: stopped.at.toString(), by: stopped.by },
        economics: {
          marginFloor: economics.marginFloorMillionths / MILLION,
          holding: economics.holdingMillionths / MILLION,
          salvage: economics.salvageMillionths / MILLION,
          slowCoverDays: economics.slowCoverDays,
          attention: moneyOf(money(attentionOf(economics, defaultCurrency), defaultCurrency)),
        },
      });
    },
    saveMandate: async ({ params: { kind }, body: { rule, limits, isDryRun, version }, caller, now }) => {
      const { defaultCurrency } = await readShop(reads);
      const given = limitsOf(limits, defaultCurrency);
      if (!given.ok) return given;
      const expectedVersion = /^\d{1,18}$/.test(version) ? BigInt(version) : -1n;
      const draft = { kind, rule, isDryRun, limits: given.value };
      const by = actorOf(caller);
      const saved = await transactOrRefuse(db, (tx) =>
        saveMandate(tx, kinds, { ...draft, expectedVersion, by, now }),
      );
      if (!saved.ok) return saved;
      const [shown] = (await list(db, now)).filter((one) => one.kind === kind);
      return shown === undefined ? refuse('unknown_kind', 'there is no such kind', 'kind') : ok(shown);
    },
    tryMandate: async ({ params: { kind }, body: { rule, limits, isDryRun }, now }) => {
      const { defaultCurrency: currency, timeZone: zone } = await readShop(reads);
      const given = limitsOf(limits, currency);
      if (!given.ok) return given;
      if (!kinds.has(kind)) return refuse('unknown_kind', 'there is no such kind', 'kind');
      const draft = { kind, rule, isDryRun, limits: given.value };
      const { done, amountMinor, valueMinor, asked, ...trial } = await tryMandate(reads, kinds, {
        draft,
        now,
        zone,
      });
      return ok({
        ...{ ...trial, done: done.length, amount: moneyOf(money(amountMinor, currency)) },
        value: moneyOf(money(valueMinor, currency)),
        asked: Object.entries(asked).map(([why, count]) => ({ why, count })),
      });
    },
    stopMandates: async ({ caller, now, tx }) =>
      ok({ isStopped: true, released: await stopAll(tx, { by: actorOf(caller), now }) }),
    startMandates: async ({ tx }) => {
      await startAgain(tx);
      return ok({ isStopped: false, released: 0 });
    },
    saveEconomics: async ({ body: { marginFloor, holding, salvage, slowCoverDays, attention } }) => {
      const { defaultCurrency } = await readShop(reads);
      if (attention.currency !== defaultCurrency) {
        return refuse('invalid_currency', `it is in ${defaultCurrency}`, 'attention');
      }
      const millionths = (share: number) => Math.round(share * MILLION);
      await transact(db, (tx) =>
        saveEconomics(tx, {
          ...{ marginFloorMillionths: millionths(marginFloor), holdingMillionths: millionths(holding) },
          ...{ salvageMillionths: millionths(salvage), slowCoverDays },
          attentionMinor: attention.minor,
        }),
      );
      return ok({ isSaved: true });
    },
  };
}

type LimitsIn = Asked<(typeof mandateEndpoints)['saveMandate']>['body']['limits'];

/** Limits are in the shop's own currency: what decisions move is reckoned in it. */
function limitsOf(given: LimitsIn, currency: CurrencyCode) {
  const { most, mostShare, week, weekCount, leastValue, onlyReversible, fromHour, toHour } = given;
  const foreign = [most, week, leastValue].find((one) => one !== undefined && one.currency !== currency);
  if (foreign !== undefined) {
    return refuse('invalid_currency', `limits are in ${currency}, not in ${foreign.currency}`, 'limits');
  }
  const minorOf = (amount: Money | undefined) => amount?.minor;
  return ok({
    ...{
      mostMinor: minorOf(most),
      weekMinor: minorOf(week),
      leastValueMinor: minorOf(leastValue),
      weekCount,
    },
    mostShareMillionths: mostShare === undefined ? undefined : Math.round(mostShare * MILLION),
    ...{ onlyReversible, fromHour, toHour },
  });
}

function mandateAnswer(
  { reversibility }: DecisionKind,
  given: {
    readonly mandate: Mandate;
    readonly spent: Awaited<ReturnType<typeof readSpent>>;
    readonly look: Awaited<ReturnType<typeof readLooks>>[number] | undefined;
    readonly currency: CurrencyCode;
  },
) {
  const { mandate, spent, look, currency } = given;
  const { limits, lost, kind, rule, isDryRun, setBy, setAt } = mandate;
  const amount = (minor: bigint | undefined) =>
    minor === undefined ? undefined : moneyOf(money(minor, currency));
  const share = limits.mostShareMillionths;
  return {
    ...{
      kind,
      version: String(mandate.version),
      rule,
      isDryRun,
      setBy,
      setAt: setAt?.toString(),
      reversibility,
    },
    lost: lost && { at: lost.at.toString(), why: lost.why },
    limits: {
      ...{
        most: amount(limits.mostMinor),
        week: amount(limits.weekMinor),
        leastValue: amount(limits.leastValueMinor),
      },
      ...{ mostShare: share === undefined ? undefined : share / MILLION, weekCount: limits.weekCount },
      ...{ onlyReversible: limits.onlyReversible, fromHour: limits.fromHour, toHour: limits.toHour },
    },
    spent: { amount: moneyOf(money(spent.amountMinor, currency)), count: spent.count },
    look: look && {
      ...{ at: look.lookedAt.toString(), found: look.found, failure: look.failure },
      failedAt: look.failedAt?.toString(),
    },
  };
}
