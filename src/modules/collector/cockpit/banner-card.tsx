import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useRead, useWrite } from '../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card, Shown } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import { languageName } from '../../../platform/cockpit/text/index.ts';
import styles from './tracking.module.css';
import { type Tracking, trackingWords } from './words.ts';

const EVERY = '';

type Banners = Tracking['banners'];
type Choice = { readonly value: string; readonly label: string };

/** The question of the banner in the shop's own words, by market and language, as visitors will see it. */
export function BannerCard({ of }: { readonly of: Banners }) {
  const t = trackingWords();
  const markets = useRead('listMarkets', { query: { limit: '100' } }, { about: ['markets'] });
  const storefronts = useRead('listStorefronts', { query: { limit: '100' } }, { about: ['markets'] });
  return (
    <Card title={t.banner} about={t.bannerAbout}>
      <Shown of={storefronts}>
        {({ items }) => (
          <Words
            of={of}
            locales={[...new Set(items.map(({ locale }) => locale))]}
            markets={(markets.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
      </Shown>
    </Card>
  );
}

function Words(props: {
  readonly of: Banners;
  readonly locales: readonly string[];
  readonly markets: readonly Choice[];
}) {
  const { of, locales, markets } = props;
  const t = trackingWords();
  const mayWrite = useMay()('settings:write');
  const [market, setMarket] = useState(EVERY);
  const [locale, setLocale] = useState(locales[0] ?? 'en');
  const kept = of.find((one) => one.market === market && one.locale === locale);
  const [draft, setDraft] = useState({ title: kept?.title ?? '', text: kept?.text ?? '' });
  useEffect(() => setDraft({ title: kept?.title ?? '', text: kept?.text ?? '' }), [kept?.title, kept?.text]);
  const save = useWrite('saveConsentBanner', {
    ...{ about: ['tracking'], isTold: true },
    onDone: () => sayDone(t.saved),
  });
  const { '': problem, ...wrong } = problemsByField(save.error);
  const isChanged = draft.title !== (kept?.title ?? '') || draft.text !== (kept?.text ?? '');
  return (
    <Stack gap="md">
      <Group grow>
        <Select
          label={t.bannerMarket}
          value={market}
          data={[{ value: EVERY, label: t.everyMarket }, ...markets]}
          allowDeselect={false}
          onChange={(value) => setMarket(value ?? EVERY)}
        />
        <Select
          label={t.bannerLanguage}
          value={locale}
          data={locales.map((value) => ({ value, label: languageName(value) }))}
          allowDeselect={false}
          onChange={(value) => value !== null && setLocale(value)}
        />
      </Group>
      <TextInput
        label={t.bannerTitle}
        value={draft.title}
        maxLength={100}
        readOnly={!mayWrite}
        error={wrong['title']}
        onChange={({ currentTarget: { value } }) => setDraft((now) => ({ ...now, title: value }))}
      />
      <Textarea
        label={t.bannerText}
        value={draft.text}
        maxLength={1_000}
        autosize
        minRows={3}
        readOnly={!mayWrite}
        error={wrong['text']}
        onChange={({ currentTarget: { value } }) => setDraft((now) => ({ ...now, text: value }))}
      />
      <Preview title={draft.title} text={draft.text} />
      {problem !== undefined && <Text c="red">{problem}</Text>}
      {isChanged && mayWrite && (
        <Group justify="flex-end">
          <Button
            loading={save.isPending}
            onClick={() => save.mutate({ body: { market, locale, ...draft } })}
          >
            {t.save}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** As it will stand in the shop: the choices beside each other and alike. */
function Preview({ title, text }: { readonly title: string; readonly text: string }) {
  const t = trackingWords();
  return (
    <section className={styles.preview} aria-label={t.preview}>
      {title === '' && text === '' ? (
        <Text size="sm" c="dimmed">
          {t.builtIn}
        </Text>
      ) : (
        <>
          <p className={styles.name}>{title}</p>
          <p>{text}</p>
          <p className={styles.buttons} aria-hidden>
            <span>{t.reject}</span>
            <span>{t.accept}</span>
          </p>
        </>
      )}
    </section>
  );
}
