import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import styles from '../shipping.module.css';
import { shippingWords, type Table } from '../words.ts';

/** Price lists as carriers have them: their zones across, weights down. */
export function TablesCard({ tables }: { readonly tables: readonly Table[] }) {
  const t = shippingWords();
  const go = useGo();
  const may = useMay();
  const add = may('settings:write') && (
    <Button variant="default" onClick={() => go('/settings/shipping/tables/new')}>
      {t.addTable}
    </Button>
  );
  return (
    <Card title={t.tables} about={t.tablesText} actions={add || undefined} isFlush={tables.length > 0}>
      {tables.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.noTables}
        </Text>
      ) : (
        <ul className={styles.list}>
          {tables.map(({ id, name, carrier, currency, zones }) => (
            <li key={id}>
              <div className={styles.grow}>
                <Link to={`/settings/shipping/tables/${id}`} className={styles.link}>
                  {name}
                </Link>
                <Text size="xs" c="dimmed">
                  {[carrier, currency, t.zonesOf(zones.length)].join(' · ')}
                </Text>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
