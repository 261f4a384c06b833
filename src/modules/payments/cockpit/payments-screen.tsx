import { Alert, Button } from '@mantine/core';
import { useRead } from '../../../platform/cockpit/api/index.ts';
import { Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../platform/cockpit/state/index.ts';
import { CardsCard } from './cards-card.tsx';
import { MethodsCard } from './methods/methods-card.tsx';
import styles from './payments.module.css';
import { PreviewCard } from './preview-card.tsx';
import { ProviderCard } from './provider-card.tsx';
import { type Account, type Method, paymentWords, type Standing } from './words.ts';

const ABOUT = { about: ['payments', 'markets'] } as const;

/** How shoppers pay: what is missing, the providers, what the checkout offers, what is attested about cards. */
export function Screen() {
  const t = paymentWords();
  const go = useGo();
  const may = useMay();
  const accounts = useRead('listPaymentAccounts', {}, ABOUT);
  const methods = useRead('listPaymentMethods', { query: { limit: '100' } }, ABOUT);
  const standing = useRead('readPaymentStanding', {}, ABOUT);
  return (
    <Page
      title={t.title}
      about={t.about}
      actions={
        may('payments:write') && (
          <Button onClick={() => go('/settings/payments/methods/new')}>{t.offerAnother}</Button>
        )
      }
    >
      <Shown of={accounts}>
        {({ items: providers }) => (
          <Shown of={methods}>
            {({ items: ways }) => (
              <Shown of={standing}>
                {(read) => <Overview accounts={providers} methods={ways} standing={read} />}
              </Shown>
            )}
          </Shown>
        )}
      </Shown>
    </Page>
  );
}

type Parts = {
  readonly accounts: readonly Account[];
  readonly methods: readonly Method[];
  readonly standing: Standing;
};

function Overview({ accounts, methods, standing }: Parts) {
  const t = paymentWords();
  return (
    <>
      <Missing {...{ accounts, methods, standing }} />
      <section className={styles.cards} aria-label={t.providers}>
        {accounts.map((account) => (
          <ProviderCard
            key={account.provider}
            account={account}
            methods={methods.filter(({ provider }) => provider === account.provider)}
          />
        ))}
      </section>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <MethodsCard {...{ methods, accounts, standing }} />
        </div>
        <div className={styles.stack}>
          <PreviewCard markets={standing.markets} />
          <CardsCard of={standing} />
        </div>
      </div>
    </>
  );
}

/** That an order can be paid nowhere, or not in some market, stands above everything else. */
function Missing({ accounts, methods, standing: { markets } }: Parts) {
  const t = paymentWords();
  const without = markets.filter(({ ways }) => ways === 0);
  if (markets.length > 0 && without.length === markets.length) {
    return (
      <Alert color="red" title={t.nowhere}>
        {t.nowhereText}
      </Alert>
    );
  }
  const there = new Set(
    accounts.filter((one) => one.isSetUp || !one.needsAccount).map((one) => one.provider),
  );
  const offered = methods.filter(({ isActive, provider }) => isActive && there.has(provider));
  const isPlay = offered.length > 0 && offered.every(({ provider }) => provider === 'test');
  return (
    <>
      {without.map(({ code, name, currency }) => (
        <Alert key={code} color="red" title={t.noneIn(name)}>
          {t.noneInText(currency)}
        </Alert>
      ))}
      {isPlay && (
        <Alert color="yellow" title={t.onlyTest}>
          {t.onlyTestText}
        </Alert>
      )}
    </>
  );
}
