import { Alert, Button } from '@mantine/core';
import { useRead } from '../../../platform/cockpit/api/index.ts';
import { Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../platform/cockpit/state/index.ts';
import { countryName } from '../../../platform/cockpit/text/index.ts';
import { MethodsCard } from './methods/methods-card.tsx';
import styles from './shipping.module.css';
import { TablesCard } from './tables/tables-card.tsx';
import { TesterCard } from './tester-card.tsx';
import { ABOUT, ALL, shippingWords } from './words.ts';
import { ZonesCard } from './zones/zones-card.tsx';

/** Where the shop delivers, in which ways, and for how much; with a tester. */
export function Screen() {
  const t = shippingWords();
  const go = useGo();
  const may = useMay();
  const zones = useRead('listShippingZones', ALL, ABOUT);
  const methods = useRead('listDeliveryMethods', ALL, ABOUT);
  const tables = useRead('listCarrierTables', ALL, ABOUT);
  return (
    <Page
      title={t.title}
      about={t.about}
      actions={
        may('settings:write') && (
          <Button onClick={() => go('/settings/shipping/methods/new')}>{t.addMethod}</Button>
        )
      }
    >
      <Undeliverable />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Shown of={zones}>
            {({ items: places }) => (
              <Shown of={methods}>
                {({ items: ways }) => (
                  <>
                    <MethodsCard methods={ways} zones={places} />
                    <ZonesCard zones={places} methods={ways} />
                  </>
                )}
              </Shown>
            )}
          </Shown>
          <Shown of={tables}>{({ items }) => <TablesCard tables={items} />}</Shown>
        </div>
        <div className={styles.stack}>
          <TesterCard />
        </div>
      </div>
    </Page>
  );
}

const MOST_NAMED = 12;

/** Countries that are sold to, and to which nothing is delivered: an order from there ends in an empty checkout. */
function Undeliverable() {
  const t = shippingWords();
  const coverage = useRead('readDeliveryCoverage', {}, ABOUT);
  return (
    <>
      {(coverage.data?.markets ?? [])
        .filter(({ undeliverable }) => undeliverable.length > 0)
        .map(({ code, name, currency, countries, undeliverable }) => (
          <Alert
            key={code}
            color={undeliverable.length === countries.length ? 'red' : 'yellow'}
            title={
              undeliverable.length === countries.length
                ? t.nothingIn(name)
                : t.partIn(name, undeliverable.length, countries.length)
            }
          >
            {t.undeliverableText(currency)}{' '}
            {undeliverable
              .slice(0, MOST_NAMED)
              .map((country) => countryName(country))
              .join(', ')}
            {undeliverable.length > MOST_NAMED && ' …'}
          </Alert>
        ))}
    </>
  );
}
