import { Text } from '@mantine/core';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { countOf, dateOf, percentOf, wholeMoneyOf } from '../../../../platform/cockpit/text/index.ts';
import { replenishmentWords } from '../words.ts';
import styles from './backtest.module.css';
import type { Backtest } from './backtest.ts';
import { CostBars } from './cost-bars.tsx';
import { StockChart } from './stock-chart.tsx';

type Outcome = Backtest['policies'][number]['outcome'];

/** What each policy would have come to: the answer first, then what it costs as bars, the figures, and the stock by week. */
export function BacktestResult({ of }: { readonly of: Backtest }) {
  const words = replenishmentWords();
  const t = words.backtest;
  const about = t.span(dateOf(of.from), dateOf(of.to), words.health.variants(of.variants));
  return (
    <>
      <Card title={t.title} about={about} isFlush>
        <div className={styles.answer}>
          {sentences(of).map((text) => (
            <p key={text}>{text}</p>
          ))}
          <Kept of={of} />
          <CostBars of={of} />
          {of.withoutSupplier > 0 && (
            <Text size="sm" c="dimmed">
              {t.assumed(of.withoutSupplier)}
            </Text>
          )}
          {of.actual === undefined && (
            <Text size="sm" c="dimmed">
              {t.noActual}
            </Text>
          )}
        </div>
        <div className={styles.scroll}>
          <Figures of={of} />
        </div>
      </Card>
      <Card title={t.chart}>
        <StockChart of={of} />
      </Card>
    </>
  );
}

/** What was aimed at, and what came of it. */
function Kept({ of: { policy, policies, experience } }: { readonly of: Backtest }) {
  const t = replenishmentWords().backtest;
  const [service, yours] = [policy.service, policies[0]];
  if (service?.share === undefined || policy.minMax !== undefined || yours === undefined) return null;
  const { kind, share } = service;
  const came = kind === 'fill' ? yours.outcome.fillRate : yours.outcome.service;
  const told = kind === 'fill' ? t.keptPieces : t.keptCycles;
  return (
    <Text size="sm">
      {told(percentOf(share, 1), percentOf(came, 1))} {t.experience(percentOf(experience, 0))}
    </Text>
  );
}

/** How much less your policy costs than each of the others. */
function sentences({ policies }: Backtest): string[] {
  const t = replenishmentWords().backtest;
  const [yours, ...others] = policies;
  if (yours === undefined) return [];
  return others.map(({ id, outcome }) => {
    const { currency } = outcome.cost;
    const saved = Number(outcome.cost.amount) - Number(yours.outcome.cost.amount);
    const amount = wholeMoneyOf({ amount: Math.abs(saved).toFixed(0), currency });
    return saved >= 0 ? t.better(amount, t.policies[id]) : t.worse(amount, t.policies[id]);
  });
}

function Figures({ of: { policies, actual } }: { readonly of: Backtest }) {
  const t = replenishmentWords().backtest;
  const share = (of: number) => percentOf(of, 1);
  const rows: readonly (readonly [string, (of: Outcome) => string, string | undefined])[] = [
    [t.fill, ({ fillRate }) => share(fillRate), actual && share(actual.fillRate)],
    [t.cycles, ({ service }) => share(service), undefined],
    [t.stock, ({ averageStock }) => wholeMoneyOf(averageStock), actual && wholeMoneyOf(actual.averageStock)],
    [t.highest, ({ highestStock }) => wholeMoneyOf(highestStock), undefined],
    [t.orders, ({ orders }) => countOf(orders), undefined],
    [t.lost, ({ lostMargin }) => wholeMoneyOf(lostMargin), actual && wholeMoneyOf(actual.lostMargin)],
    [t.keeping, ({ holdingCost }) => wholeMoneyOf(holdingCost), undefined],
    [t.total, ({ cost }) => wholeMoneyOf(cost), undefined],
  ];
  return (
    <table className={styles.figures}>
      <thead>
        <tr>
          <td />
          {policies.map(({ id }) => (
            <th key={id} scope="col" data-own={id === 'yours' || undefined}>
              {t.policies[id]}
              <span className={styles.dim}>{t.policyText[id]}</span>
            </th>
          ))}
          {actual && <th scope="col">{t.actual}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, told, real]) => (
          <tr key={name} data-sum={name === t.total || undefined}>
            <th scope="row">{name}</th>
            {policies.map(({ id, outcome }) => (
              <td key={id} data-own={id === 'yours' || undefined}>
                {told(outcome)}
              </td>
            ))}
            {actual && <td>{real ?? '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
