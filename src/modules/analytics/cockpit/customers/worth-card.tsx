import { ChartSpline } from 'lucide-react';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { countOf, moneyOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { Why } from '../../../../platform/cockpit/value/index.ts';
import { valueText } from '../report.ts';
import { analyticsWords } from '../words.ts';
import { CalibrationChart } from './calibration-chart.tsx';
import styles from './customers.module.css';

type Value = Told<'readCustomerValue'>;
type Model = NonNullable<Value['model']>;
type Amount = Model['total'];

/** What customers will be worth in the next twelve months, group by group, and how well the same was foretold before. */
export function WorthCard({
  of,
}: {
  readonly of: { readonly data: Value | undefined; readonly error: Error | null };
}) {
  const t = analyticsWords();
  const words = t.ofCustomers;
  const { data } = of;
  return (
    <Card
      title={words.worth}
      about={words.worthAbout}
      actions={<Why title={words.worth} text={words.worthHow} />}
    >
      {data === undefined ? (
        of.error === null ? (
          <div>
            <p className={styles.quiet}>{words.workingOut}</p>
            <LoadingState lines={6} />
          </div>
        ) : (
          <p className={styles.quiet}>{t.notRead}</p>
        )
      ) : data.model === undefined ? (
        <NotKnown value={data} />
      ) : (
        <Known value={data} model={data.model} />
      )}
    </Card>
  );
}

function NotKnown({ value: { customers, repeaters, reason } }: { readonly value: Value }) {
  const words = analyticsWords().ofCustomers;
  const isFew = reason === undefined || reason.code === 'not_enough_data';
  return (
    <EmptyState
      icon={ChartSpline}
      title={isFew ? words.tooFew : words.noFit}
      text={isFew ? words.tooFewText(countOf(customers), countOf(repeaters)) : words.noFitText}
    />
  );
}

function Known({ value, model }: { readonly value: Value; readonly model: Model }) {
  const words = analyticsWords().ofCustomers;
  const money = (amount: string) => moneyOf({ amount, currency: value.currency ?? 'XXX' });
  return (
    <div className={styles.worth}>
      <div>
        <p className={styles.headline}>
          {money(model.total.estimate)} <Bounds of={model.total} money={money} />
        </p>
        <Groups value={value} model={model} money={money} />
        {!model.doSomeLeave && <p className={styles.quiet}>{words.nobodyLeaves}</p>}
      </div>
      <div>
        {model.calibration !== undefined && (
          <>
            <h3 className={styles.subtitle}>{words.calibration}</h3>
            <p className={styles.quiet}>
              {words.calibrationAbout(
                countOf(model.calibration.holdoutDays),
                countOf(Math.round(model.calibration.predicted)),
                countOf(model.calibration.actual),
              )}
            </p>
            <CalibrationChart of={model.calibration} />
          </>
        )}
        <Parameters of={model} />
      </div>
    </div>
  );
}

type Money = (amount: string) => string;

function Bounds({ of, money }: { readonly of: Amount; readonly money: Money }) {
  const words = analyticsWords().ofCustomers;
  const sure = percentOf(of.confidence, 0);
  return <span className={styles.quiet}>{words.between(money(of.low), money(of.high), sure)}</span>;
}

function Groups({
  value,
  model,
  money,
}: {
  readonly value: Value;
  readonly model: Model;
  readonly money: Money;
}) {
  const t = analyticsWords();
  const words = t.ofCustomers;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label={words.eachWorth} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col" data-align="end">
              {words.eachWorth}
            </th>
            <th scope="col" data-align="end">
              {words.people}
            </th>
            <th scope="col" data-align="end">
              {words.alive}
            </th>
            <th scope="col" data-align="end">
              {words.expected}
            </th>
          </tr>
        </thead>
        <tbody>
          {model.groups.map((group) => {
            const to = group.ordersTo === undefined ? undefined : countOf(group.ordersTo);
            return (
              <tr key={group.ordersFrom}>
                <th scope="row">{words.ordered(countOf(group.ordersFrom), to)}</th>
                <td data-align="end">
                  {money(group.each.estimate)}
                  <span className={styles.under}>
                    {t.ofProducts.to(money(group.each.low), money(group.each.high))}
                  </span>
                </td>
                <td data-align="end">{countOf(group.customers)}</td>
                <td data-align="end">{group.ordersTo === 1 ? '–' : percentOf(group.alive, 0)}</td>
                <td data-align="end">{valueText(group.purchases, 'number', undefined)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.allCustomers}</th>
            <td data-align="end">
              {money(model.each.estimate)}
              <span className={styles.under}>
                {t.ofProducts.to(money(model.each.low), money(model.each.high))}
              </span>
            </td>
            <td data-align="end">{countOf(value.customers)}</td>
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Parameters({ of: { parameters, correlation } }: { readonly of: Model }) {
  const words = analyticsWords().ofCustomers;
  const number = (value: number) => valueText(value, 'number', undefined);
  return (
    <details className={styles.details}>
      <summary>{words.parameters}</summary>
      <dl>
        {parameters.map(({ name, estimate, standardError }) => (
          <div key={name}>
            <dt>{GREEK[name] ?? name}</dt>
            <dd>
              {number(estimate)}{' '}
              <span className={styles.quiet}>
                ± {number(standardError)} ({words.standardError})
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>{words.correlation(number(correlation))}</p>
    </details>
  );
}

const GREEK: Readonly<Record<string, string>> = { alpha: 'α', gamma: 'γ' };
