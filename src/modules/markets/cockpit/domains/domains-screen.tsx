import { Alert, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Told, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField, SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { marketWords } from '../words.ts';
import { CheckedAddress } from './checked-address.tsx';
import { PointingCard } from './pointing-card.tsx';

type Place = Told<'readShopAddress'>;

/** At which address the shop is reached, what says so, and whether it is. */
export function Screen() {
  const t = marketWords().domains;
  const place = useRead('readShopAddress', {}, { about: ['markets'] });
  return (
    <Page title={t.title} about={t.about} isNarrow>
      <Shown of={place}>{(found) => <Domains key={found.kept} place={found} />}</Shown>
    </Page>
  );
}

function Domains({ place }: { readonly place: Place }) {
  const { kept, setting } = place;
  const all = marketWords();
  const t = all.domains;
  const mayWrite = useMay()('settings:write');
  const [typed, setTyped] = useState(kept);
  const shop = useRead('readShop', {}, { about: ['markets'] });
  const save = useWrite('saveShop', {
    ...{ about: ['markets'], isTold: true },
    onDone: () => sayDone(all.saved),
  });
  const { baseUrl: atField, version, ...others } = problemsByField(save.error);
  const check = useWrite('checkShopAddress', { about: [], isTold: true });
  const asked = setting ?? (typed === '' ? window.location.origin : typed);
  return (
    <>
      <Card title={t.address} about={t.addressAbout}>
        <Stack gap="sm">
          <Decided place={place} />
          <TextInput
            {...{ label: t.kept, value: typed, placeholder: 'https://shop.example', error: atField }}
            {...{ readOnly: !mayWrite, maxLength: 300, inputMode: 'url', spellCheck: false }}
            description={setting === undefined ? t.keptText : t.keptButSetting}
            onChange={({ currentTarget: { value } }) => setTyped(value.trim())}
          />
          {mayWrite && (
            <Group gap="sm">
              <Button
                variant="default"
                loading={check.isPending}
                onClick={() => check.mutate({ body: { address: asked } })}
              >
                {t.check}
              </Button>
              <Text size="sm" c="dimmed">
                {t.checks(asked)}
              </Text>
            </Group>
          )}
          {check.error && (
            <Alert color="red" role="alert">
              {check.error.message}
            </Alert>
          )}
          {check.data && !check.isPending && <CheckedAddress of={check.data} />}
        </Stack>
      </Card>
      <PointingCard place={place} />
      <SaveBar
        isChanged={mayWrite && typed !== kept}
        isBusy={save.isPending || shop.data === undefined}
        problem={version === undefined ? (others[''] ?? Object.values(others)[0]) : all.meanwhile}
        onSave={() => shop.data && save.mutate({ body: { version: shop.data.version, baseUrl: typed } })}
        onDiscard={() => setTyped(kept)}
      />
    </>
  );
}

/** Which of the three holds: the setting, what is kept here, or where somebody happens to ask. */
function Decided({ place: { kept, setting } }: { readonly place: Place }) {
  const t = marketWords().domains;
  if (setting !== undefined) {
    return (
      <Alert color={kept !== '' && kept !== setting ? 'orange' : 'blue'} role="note">
        {t.bySetting} <Code>{`BASE_URL=${setting}`}</Code> {kept !== '' && kept !== setting && t.settingWins}
      </Alert>
    );
  }
  // What stands here always interrupts nobody: a note, no alert.
  return (
    <Alert color={kept === '' ? 'orange' : 'blue'} role="note">
      {kept === '' ? t.byNothing : t.byKept}
    </Alert>
  );
}
