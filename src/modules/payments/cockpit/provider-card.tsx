import { Button } from '@mantine/core';
import { Banknote, CreditCard, FlaskConical, Globe, Landmark, type LucideIcon, Wallet } from 'lucide-react';
import { useGo, useMay } from '../../../platform/cockpit/state/index.ts';
import { StateBadge, When } from '../../../platform/cockpit/value/index.ts';
import { Trial, useTrial } from './account/trial.tsx';
import styles from './payments.module.css';
import { type Account, canBeTried, hasAccount, type Method, type Provider, paymentWords } from './words.ts';

const ICONS: Readonly<Record<Provider, LucideIcon>> = {
  ...{ stripe: CreditCard, paypal: Wallet, worldpay: Globe, bank_transfer: Landmark },
  ...{ cash_on_delivery: Banknote, test: FlaskConical },
};

/** One provider: whether it is set up, for play or for real money, when it was last heard of, what is missing. */
export function ProviderCard(props: { readonly account: Account; readonly methods: readonly Method[] }) {
  const { account, methods } = props;
  const { provider, lastWebhookAt, isSetUp, needsAccount } = account;
  const t = paymentWords();
  const go = useGo();
  const may = useMay();
  const trial = useTrial(provider);
  const Icon = ICONS[provider];
  const isThere = isSetUp || !needsAccount;
  const mayTry = isThere && canBeTried(provider) && may('payments:write');
  const active = methods.filter(({ isActive }) => isActive).length;
  return (
    <article className={styles.provider} aria-label={t.names[provider]}>
      <div className={styles.head}>
        <span className={styles.mark}>
          <Icon size={17} strokeWidth={1.7} aria-hidden />
        </span>
        <span className={styles.name}>{t.names[provider]}</span>
        <Standing of={account} />
      </div>
      <p className={styles.text}>{t.abouts[provider]}</p>
      {isThere && (
        <p className={styles.text}>
          {t.ways(active)}
          {lastWebhookAt !== undefined && (
            <>
              {' · '}
              {t.lastWebhook} <When at={lastWebhookAt} />
            </>
          )}
        </p>
      )}
      <Missing {...{ account, methods }} />
      <Trial of={trial} provider={provider} />
      <div className={styles.tools}>
        {hasAccount(provider) && (
          <Button
            variant="default"
            aria-label={`${isSetUp ? t.change : t.setUp}: ${t.names[provider]}`}
            onClick={() => go(`/settings/payments/${provider.replace('_', '-')}`)}
          >
            {isSetUp ? t.change : t.setUp}
          </Button>
        )}
        {mayTry && (
          <Button
            variant="default"
            loading={trial.isPending}
            aria-label={`${t.test}: ${t.names[provider]}`}
            onClick={() => trial.mutate({ params: { provider }, body: {} })}
          >
            {t.test}
          </Button>
        )}
      </div>
    </article>
  );
}

function Standing({ of: { isSetUp, needsAccount, environment } }: { readonly of: Account }) {
  const t = paymentWords();
  if (environment === 'live') return <StateBadge tone="good">{t.environments.live}</StateBadge>;
  if (environment === 'test') return <StateBadge tone="waiting">{t.environments.test}</StateBadge>;
  if (isSetUp) return <StateBadge tone="good">{t.isSetUp}</StateBadge>;
  return <StateBadge tone="neutral">{needsAccount ? t.notSetUp : t.alwaysThere}</StateBadge>;
}

function Missing({ account, methods }: { readonly account: Account; readonly methods: readonly Method[] }) {
  const t = paymentWords();
  const { provider, isSetUp, isReadable, needsAccount, webhookUrl, lastWebhookAt, webhookSecretCount } =
    account;
  const isOffered = methods.some(({ isActive }) => isActive);
  const missing = [
    !isReadable && t.missing.unreadable,
    needsAccount && !isSetUp && isOffered && t.missing.account,
    isSetUp && !isOffered && t.missing.way,
    provider === 'test' && isOffered && t.missing.play,
    isSetUp && webhookUrl !== undefined && lastWebhookAt === undefined && t.missing.webhook,
    webhookSecretCount > 1 && t.missing.twoSecrets,
  ].filter((one) => typeof one === 'string');
  if (missing.length === 0) return null;
  return (
    <ul className={styles.missing}>
      {missing.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
