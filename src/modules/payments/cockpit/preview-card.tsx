import { Group, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useRead } from '../../../platform/cockpit/api/index.ts';
import { MoneyField, parseAmount } from '../../../platform/cockpit/form/index.ts';
import { Card, Shown } from '../../../platform/cockpit/page/index.ts';
import { writtenIn } from '../../../platform/cockpit/text/index.ts';
import styles from './payments.module.css';
import { paymentWords, type Standing } from './words.ts';

type Markets = Standing['markets'];

/** What a checkout shows in a market, a language and for an amount, and why not the others. */
export function PreviewCard({ markets }: { readonly markets: Markets }) {
  const t = paymentWords().preview;
  const [chosen, setChosen] = useState(markets[0]?.code ?? '');
  const [language, setLanguage] = useState<string>();
  const [amount, setAmount] = useState('50.00');
  const market = markets.find(({ code }) => code === chosen) ?? markets[0];
  const [asked] = useDebouncedValue(amount, 300);
  if (market === undefined) return null;
  const { code, currency, locales } = market;
  const locale = locales.find((one) => one === language) ?? locales[0] ?? writtenIn().language;
  const wanted = parseAmount(asked, currency) ?? '';
  return (
    <Card title={t.title} about={t.about}>
      <Stack gap="sm">
        <Group grow align="flex-start" gap="xs">
          <Select
            {...{ size: 'xs', label: t.market, value: code, allowDeselect: false }}
            data={markets.map((one) => ({ value: one.code, label: one.name }))}
            onChange={(next) => setChosen(next ?? '')}
          />
          <Select
            {...{ size: 'xs', label: t.language, value: locale, allowDeselect: false }}
            data={locales.length > 0 ? [...locales] : [locale]}
            onChange={(next) => setLanguage(next ?? undefined)}
          />
        </Group>
        <MoneyField size="xs" label={t.amount} currency={currency} value={amount} onChange={setAmount} />
        {wanted === '' ? (
          <Text size="sm" c="dimmed">
            {t.noAmount}
          </Text>
        ) : (
          <Offered {...{ market: code, locale, amount: wanted }} />
        )}
      </Stack>
    </Card>
  );
}

function Offered(query: { readonly market: string; readonly locale: string; readonly amount: string }) {
  const t = paymentWords();
  const about = { about: ['payments', 'markets'], isKept: true };
  const preview = useRead('previewPaymentMethods', { query }, about);
  return (
    <Shown of={preview}>
      {({ items }) => {
        const offered = items.filter(({ verdict }) => verdict === 'offered');
        const others = items.filter(({ verdict }) => verdict !== 'offered');
        return (
          <Stack gap="xs">
            {offered.length === 0 && (
              <Text size="sm" c="var(--bad)">
                {t.preview.none}
              </Text>
            )}
            <ul className={styles.till} aria-label={t.preview.title}>
              {offered.map(({ id, title, mode }) => (
                <li key={id}>
                  <span>{title}</span>
                  <small>{t.modes[mode]}</small>
                </li>
              ))}
              {others.map(({ id, title, verdict }) => (
                <li key={id} data-off>
                  <span>{title}</span>
                  <small>{verdict === 'offered' ? '' : t.preview.verdicts[verdict]}</small>
                </li>
              ))}
            </ul>
          </Stack>
        );
      }}
    </Shown>
  );
}
