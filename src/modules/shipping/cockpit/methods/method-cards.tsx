import {
  Autocomplete,
  NumberInput,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { languageName } from '../../../../platform/cockpit/text/index.ts';
import { shippingWords } from '../words.ts';
import type { Changing } from './method-draft.ts';

/** Carriers whose parcels can be followed. */
const CARRIERS = [
  ...['dhl', 'dhl-express', 'dpd', 'gls', 'hermes', 'ups', 'fedex', 'royal-mail', 'postnl', 'la-poste'],
  ...['post-at', 'swiss-post', 'usps'],
];

/** What it is called in each language, and who carries it. */
export function NameCard({ draft, set, problems, isNew }: Changing & { readonly isNew: boolean }) {
  const t = shippingWords();
  const fronts = useRead('listStorefronts', { query: { limit: '100' } }, { about: ['markets'] });
  const sold = (fronts.data?.items ?? []).map(({ locale }) => locale);
  const locales = [...new Set([...sold, ...Object.keys(draft.translations)])];
  const named = (name: string) => {
    // A code is made of the name until somebody types one.
    const isOwn = !isNew || draft.code !== codeOf(draft.name);
    set({ name, ...(isOwn ? {} : { code: codeOf(name) }) });
  };
  return (
    <Card title={t.nameCard}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t.name}
            maxLength={100}
            value={draft.name}
            error={problems['name']}
            onChange={(event) => named(event.currentTarget.value)}
          />
          <TextInput
            label={t.code}
            maxLength={40}
            value={draft.code}
            error={problems['code']}
            onChange={(event) => set({ code: event.currentTarget.value })}
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {locales.map((locale) => (
            <TextInput
              key={locale}
              label={t.nameIn(languageName(locale))}
              placeholder={draft.name}
              maxLength={100}
              value={draft.translations[locale] ?? ''}
              onChange={(event) =>
                set({ translations: { ...draft.translations, [locale]: event.currentTarget.value } })
              }
            />
          ))}
        </SimpleGrid>
        <div>
          <SegmentedControl
            size="xs"
            aria-label={t.kind}
            value={draft.kind}
            data={(['delivery', 'pickup'] as const).map((value) => ({ value, label: t.kinds[value] }))}
            onChange={(kind) => set({ kind: kind === 'pickup' ? 'pickup' : 'delivery' })}
          />
        </div>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Autocomplete
            label={t.carrier}
            description={draft.kind === 'pickup' ? t.carrierPickup : t.carrierText}
            data={CARRIERS}
            maxLength={100}
            value={draft.carrier}
            error={problems['carrier']}
            onChange={(carrier) => set({ carrier })}
          />
          <TextInput
            label={t.service}
            description={t.serviceText}
            maxLength={100}
            value={draft.service}
            onChange={(event) => set({ service: event.currentTarget.value })}
          />
        </SimpleGrid>
        <Switch
          label={t.offered}
          checked={draft.isActive}
          onChange={(event) => set({ isActive: event.currentTarget.checked })}
        />
      </Stack>
    </Card>
  );
}

/** How long it takes; weekends and holidays are counted by the shop itself. */
export function TimeCard({ draft, set, problems }: Changing) {
  const t = shippingWords();
  return (
    <Card title={t.time} about={t.timeText}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NumberInput
          {...{ label: t.minDays, min: 0, max: 365, allowDecimal: false, error: problems['minDays'] }}
          value={draft.minDays}
          onChange={(days) => set({ minDays: String(days) })}
        />
        <NumberInput
          {...{ label: t.maxDays, min: 0, max: 365, allowDecimal: false, error: problems['maxDays'] }}
          value={draft.maxDays}
          onChange={(days) => set({ maxDays: String(days) })}
        />
        <TextInput
          {...{ type: 'time', label: t.cutOff, error: problems['cutOff'], value: draft.cutOff }}
          onChange={(event) => set({ cutOff: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Card>
  );
}

function codeOf(name: string): string {
  const plain = name.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
}
