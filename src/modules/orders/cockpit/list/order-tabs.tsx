import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { useAddress } from '../../../../platform/cockpit/state/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { orderWords } from '../words.ts';
import styles from './list.module.css';
import { filterOf } from './order-query.ts';

const TABS = {
  all: {},
  toShip: { fulfilmentState: ['open', 'partly_fulfilled'] },
  unpaid: { paymentState: ['pending', 'authorized', 'partly_paid'], isArchived: 'false' },
  returns: { hasOpenReturn: 'true' },
  archived: { isArchived: 'true' },
} as const;
type Tab = keyof typeof TABS;

const NONE = {
  ...{ state: undefined, paymentState: undefined, fulfilmentState: undefined },
  ...{ hasOpenReturn: undefined, isArchived: undefined },
};

/** The lists that are looked at every day, one click away; each is nothing but filters. */
export function OrderTabs() {
  const [query, change] = useAddress();
  const t = orderWords();
  const { q: _, ...set } = filterOf(query);
  const now = textOf(set);
  return (
    <nav className={styles.tabs} aria-label={t.title}>
      {Object.entries(TABS).map(([name, filter]) => (
        <button
          key={name}
          type="button"
          className={styles.tab}
          aria-pressed={now === textOf(filter)}
          onClick={() => change({ ...NONE, ...filter }, { isStep: true })}
        >
          {t.tabs[name as Tab]}
          {(name === 'toShip' || name === 'returns') && <TabCount of={name} />}
        </button>
      ))}
    </nav>
  );
}

function TabCount({ of }: { readonly of: 'toShip' | 'returns' }) {
  const count = useRead('countOrders', { query: queryOf(of) }, { about: ['orders'], isAside: true });
  if (!count.data || count.data.count === 0) return null;
  return (
    <span className={styles.tabCount}>
      {countOf(count.data.count)}
      {count.data.isCapped ? '+' : ''}
    </span>
  );
}

function queryOf(of: 'toShip' | 'returns') {
  if (of === 'returns') return { hasOpenReturn: 'true' as const };
  return { fulfilmentState: [...TABS.toShip.fulfilmentState] };
}

function textOf(filter: object): string {
  return JSON.stringify(Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
