import { useRouterState } from '@tanstack/react-router';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { hasAccount, paymentWords } from '../words.ts';
import { AccountForm } from './account-form.tsx';

/** Sets one provider up: `/settings/payments/stripe`. */
export function Screen() {
  const t = paymentWords();
  const address = useRouterState({ select: ({ location }) => location.pathname });
  const wanted = address.split('/').at(-1)?.replace('-', '_');
  const accounts = useRead('listPaymentAccounts', {}, { about: ['payments'] });
  return (
    <Shown of={accounts}>
      {({ items }) => {
        const account = items.find(({ provider }) => provider === wanted);
        if (account === undefined || !hasAccount(account.provider)) return <EmptyState title={t.unknown} />;
        const { provider, environment, isSetUp, updatedAt } = account;
        return (
          <Page
            title={t.names[provider]}
            back="/settings/payments"
            about={t.abouts[provider]}
            aside={
              <StateBadge tone={isSetUp ? (environment === 'test' ? 'waiting' : 'good') : 'neutral'}>
                {environment === undefined ? (isSetUp ? t.isSetUp : t.notSetUp) : t.environments[environment]}
              </StateBadge>
            }
            isNarrow
          >
            <AccountForm key={updatedAt ?? 'new'} account={account} provider={provider} />
          </Page>
        );
      }}
    </Shown>
  );
}
