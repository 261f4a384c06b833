import { Card } from '../../../../platform/cockpit/page/index.ts';
import { analyticsWords } from '../words.ts';
import styles from './explore.module.css';
import type { Explore } from './use-explore.ts';

/** Questions to begin with, in the order of the words that tell them. */
const STARTS = [
  ['weeks', 'FROM sales SHOW net_sales, orders TIMESERIES week DURING last_365_days COMPARE TO last_year'],
  [
    'channels',
    'FROM sales, sessions SHOW net_sales, orders, sessions GROUP BY channel DURING last_28_days COMPARE TO previous',
  ],
  [
    'products',
    'FROM sales SHOW net_sales, units, unit_return_rate GROUP BY product DURING last_90_days LIMIT 25',
  ],
  ['hours', 'FROM sales SHOW orders GROUP BY hour DURING last_90_days VISUALIZE bar'],
  ['countries', 'FROM sales SHOW net_sales, orders, average_order_value GROUP BY country DURING this_year'],
  [
    'devices',
    'FROM sessions SHOW conversion_rate, sessions GROUP BY device TIMESERIES week DURING last_90_days',
  ],
  [
    'buyers',
    'FROM sales SHOW net_sales, orders, average_order_value GROUP BY buyer TIMESERIES month DURING last_365_days',
  ],
  [
    'landings',
    'FROM sessions SHOW sessions, bounce_rate, conversion_rate GROUP BY landing_page DURING last_28_days LIMIT 25',
  ],
] as const;

/** Eight questions that a manager asks, each one press away. */
export function Gallery({ explore: { open } }: { readonly explore: Explore }) {
  const t = analyticsWords();
  return (
    <Card title={t.explore.begin} about={t.explore.beginAbout}>
      <ul className={styles.gallery}>
        {STARTS.map(([name, text]) => (
          <li key={name}>
            <button type="button" className={styles.start} onClick={() => open(text)}>
              <strong>{t.explore.starts[name]}</strong>
              <code>{text}</code>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
