import { Alert, Button, CopyButton, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { Card, Page } from '../../../../platform/cockpit/page/index.ts';
import { useDraft, useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { languageName } from '../../../../platform/cockpit/text/index.ts';
import { ItemPicker, type Picked } from '../act/item-picker.tsx';
import { LinkedSums } from '../act/linked-sums.tsx';
import { orderWords } from '../words.ts';

type Form = {
  readonly email: string;
  readonly storefront: string;
  readonly picked: readonly Picked[];
  readonly code: string;
  readonly note: string;
};

const EMPTY: Form = { email: '', storefront: '', picked: [], code: '', note: '' };

/** Puts an order together for somebody, who pays it by its link. */
export function Screen() {
  const { drafts: t } = orderWords();
  const [form = EMPTY, keep, drop] = useDraft<Form>('new draft order');
  const [payToken, setPayToken] = useState<string>();
  const make = useWrite('createDraft', {
    about: ['orders'],
    onDone: (told) => {
      setPayToken(told.payToken);
      drop();
    },
  });
  const { email, storefront, note } = form;
  const currency = useCurrencyOf(storefront);
  const problems = problemsByField(make.error);
  const change = (part: Partial<Form>) => keep({ ...form, ...part });
  if (payToken !== undefined) return <Made token={payToken} onAgain={() => setPayToken(undefined)} />;
  const lines = form.picked.map(({ variantId, quantity }) => ({ variantId, quantity }));
  const codes = form.code.trim() === '' ? {} : { codes: [form.code.trim()] };
  const isReady = lines.length > 0 && /^\S+@\S+\.\S+$/.test(email.trim());
  return (
    <Page title={t.create} back="/drafts" about={t.about} isNarrow>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) make.mutate({ body: { storefront, email: email.trim(), lines, note, ...codes } });
        }}
      >
        <Stack gap="md" maw={680}>
          <Card title={t.items}>
            <ItemPicker label={t.addItem} value={form.picked} onChange={(picked) => change({ picked })} />
            <div style={{ marginTop: form.picked.length === 0 ? 0 : 12 }}>
              <LinkedSums picked={form.picked} currency={currency} note={t.priceNote} />
            </div>
            {problems['lines'] && (
              <Text c="red" size="sm" mt="xs">
                {problems['lines']}
              </Text>
            )}
          </Card>
          <Card>
            <Stack gap="sm">
              <TextInput
                type="email"
                label={t.email}
                value={email}
                error={problems['email']}
                onChange={(event) => change({ email: event.currentTarget.value })}
                maxLength={254}
                autoComplete="off"
                required
              />
              <StorefrontSelect value={storefront} onChange={(prefix) => change({ storefront: prefix })} />
              <TextInput
                label={t.code}
                value={form.code}
                error={problems['codes.0'] ?? problems['codes']}
                onChange={(event) => change({ code: event.currentTarget.value })}
                maxLength={60}
              />
              <Textarea
                label={t.note}
                value={note}
                onChange={(event) => change({ note: event.currentTarget.value })}
                maxLength={2_000}
                autosize
              />
            </Stack>
          </Card>
          {make.error && (
            <Alert color="red" role="alert">
              {make.error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button type="submit" size="sm" loading={make.isPending} disabled={!isReady}>
              {t.make}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}

/** In which currency it is sold there; who may not see the settings sells in the shop's first. */
function useCurrencyOf(storefront: string): string {
  const { shop } = useSession();
  const options = { about: ['markets'], isOff: !useMay()('settings:read') };
  const fronts = useRead('listStorefronts', {}, options).data?.items ?? [];
  const markets = useRead('listMarkets', {}, options).data?.items ?? [];
  const market = fronts.find(({ prefix }) => prefix === storefront)?.market;
  return markets.find(({ code }) => code === market)?.currency ?? shop.currency;
}

/** Which storefront it is sold in: currency, prices and language follow. The shop's first unless somebody says another. */
function StorefrontSelect(props: { readonly value: string; readonly onChange: (prefix: string) => void }) {
  const options = { about: ['markets'], isOff: !useMay()('settings:read') };
  const items = useRead('listStorefronts', {}, options).data?.items ?? [];
  const markets = useRead('listMarkets', {}, options).data?.items ?? [];
  if (items.length < 2) return null;
  return (
    <Select
      label={orderWords().drafts.storefront}
      value={props.value || 'first'}
      onChange={(value) => props.onChange(value === 'first' || value === null ? '' : value)}
      data={items.map(({ prefix, market, locale }) => {
        const name = markets.find(({ code }) => code === market)?.name ?? market;
        return { value: prefix || 'first', label: `${name} · ${languageName(locale)}` };
      })}
      allowDeselect={false}
    />
  );
}

function Made({ token, onAgain }: { readonly token: string; readonly onAgain: () => void }) {
  const { drafts: t } = orderWords();
  const { shop } = useSession();
  const link = `${shop.storefront.replace(/\/$/, '') || window.location.origin}/pay?key=${token}`;
  return (
    <Page title={t.made} back="/drafts" isNarrow>
      <Card>
        <Stack gap="sm" maw={680}>
          <Text size="sm">{t.madeText}</Text>
          <Group gap="xs" wrap="nowrap" align="end">
            <TextInput aria-label={t.made} value={link} readOnly style={{ flex: 1 }} />
            <CopyButton value={link}>
              {({ copied, copy }) => (
                <Button
                  size="sm"
                  onClick={copy}
                  leftSection={copied ? <Check size={14} /> : <Copy size={14} />}
                >
                  {copied ? t.copied : t.copy}
                </Button>
              )}
            </CopyButton>
          </Group>
          <Group>
            <Button variant="default" onClick={onAgain}>
              {t.another}
            </Button>
          </Group>
        </Stack>
      </Card>
    </Page>
  );
}
