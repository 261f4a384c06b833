import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useAddress } from '../../../../platform/cockpit/state/index.ts';
import styles from '../span/span-bar.module.css';
import { MarketSelect } from '../span/span-bar.tsx';
import { analyticsWords } from '../words.ts';
import { TIMES, useCustomersAsked } from './customers-asked.ts';

/** Of which years, which market, and in what money: all of it in the address. */
export function CustomersBar({
  currencies,
  currency,
}: {
  readonly currencies: readonly string[];
  readonly currency: string | undefined;
}) {
  const t = analyticsWords();
  const [, change] = useAddress();
  const { asked, time } = useCustomersAsked();
  return (
    <div className={styles.bar}>
      <NativeSelect
        aria-label={t.span}
        value={time}
        data={TIMES.map((value) => ({ value, label: t.ofCustomers.spans[value] }))}
        onChange={({ currentTarget }) => change({ since: currentTarget.value })}
      />
      <MarketSelect market={asked.market} change={(market) => change({ market })} />
      {currencies.length > 1 && (
        <SegmentedControl
          aria-label={t.currency}
          data={[...currencies]}
          value={currency ?? ''}
          onChange={(value) => change({ currency: value })}
        />
      )}
    </div>
  );
}
