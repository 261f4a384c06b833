import { Alert, Anchor } from '@mantine/core';
import { useRead } from '../../../platform/cockpit/api/index.ts';
import { Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { useGo } from '../../../platform/cockpit/state/index.ts';
import { ClassesCard } from './classes-card.tsx';
import { SellerForm } from './seller-form.tsx';
import styles from './taxes.module.css';
import { TesterCard } from './tester-card.tsx';
import { ABOUT, taxWords } from './words.ts';

/** Where the seller is registered and what follows from it, the kinds of goods, and a tester. */
export function Screen() {
  const t = taxWords();
  const go = useGo();
  const seller = useRead('readTaxSeller', {}, ABOUT);
  const classes = useRead('listTaxClasses', { query: { limit: '100' } }, ABOUT);
  const rates = useRead('listTaxRates', { query: { limit: '1' } }, ABOUT);
  return (
    <Page title={t.title} about={t.about}>
      {rates.data?.items.length === 0 && (
        <Alert color="red" title={t.noRates}>
          {t.noRatesText}{' '}
          <Anchor component="button" size="sm" onClick={() => go('/settings/taxes/rates')}>
            {t.toRates}
          </Anchor>
        </Alert>
      )}
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Shown of={seller}>{(read) => <SellerForm key={JSON.stringify(read)} seller={read} />}</Shown>
          <Shown of={classes}>{({ items }) => <ClassesCard classes={items} />}</Shown>
        </div>
        <div className={styles.stack}>
          <Shown of={classes}>{({ items }) => <TesterCard classes={items} />}</Shown>
        </div>
      </div>
    </Page>
  );
}
