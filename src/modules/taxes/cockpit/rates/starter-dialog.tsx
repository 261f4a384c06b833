import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { callApi, type Told, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Shown } from '../../../../platform/cockpit/page/index.ts';
import { countryName } from '../../../../platform/cockpit/text/index.ts';
import styles from '../taxes.module.css';
import { ABOUT, taxWords } from '../words.ts';

type Starter = Told<'listStarterRates'>;

/** Adds rates to begin with, by country. What the shop has already is left as it is. */
export function StarterDialog({ onClose }: { readonly onClose: () => void }) {
  const t = taxWords();
  const starter = useRead('listStarterRates', {}, ABOUT);
  return (
    <Modal opened onClose={onClose} title={t.starter} size="xl">
      <Shown of={starter}>{(read) => <Choice of={read} onClose={onClose} />}</Shown>
    </Modal>
  );
}

function Choice({ of: { rates, classes }, onClose }: { readonly of: Starter; readonly onClose: () => void }) {
  const t = taxWords();
  const missing = rates.filter(({ standing }) => standing === 'missing');
  const other = rates.filter(({ standing }) => standing === 'other').length;
  const countries = [...Map.groupBy(missing, ({ country }) => country).keys()].toSorted((one, next) =>
    countryName(one).localeCompare(countryName(next)),
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(countries));
  const wanted = missing.filter(({ country }) => chosen.has(country));
  const save = useWrite('saveTaxRates', {
    ...{ about: ['taxes'] },
    onDone: () => {
      sayDone(t.starterAdded(wanted.length));
      onClose();
    },
  });
  const add = async () => {
    // A rate of a class is refused as long as there is no such class.
    for (const { code, name, isKnown } of classes) {
      const isUsed = wanted.some(({ taxClass }) => taxClass === code);
      if (isUsed && !isKnown) await callApi('saveTaxClass', { params: { code }, body: { name } });
    }
    save.mutate({ body: { rates: wanted.map(({ standing: _, ...rate }) => rate) } });
  };
  return (
    <Stack>
      <Alert color="yellow">{t.starterText}</Alert>
      {countries.length === 0 ? (
        <Text size="sm">{t.starterNone}</Text>
      ) : (
        <>
          <Group>
            <Button
              variant="subtle"
              onClick={() => setChosen(chosen.size > 0 ? new Set() : new Set(countries))}
            >
              {chosen.size > 0 ? t.chooseNone : t.chooseAll}
            </Button>
          </Group>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <section className={styles.countries} aria-label={t.starter} tabIndex={0}>
            {countries.map((country) => (
              <Checkbox
                key={country}
                size="xs"
                label={countryName(country)}
                description={t.ratesOf(missing.filter((rate) => rate.country === country).length)}
                checked={chosen.has(country)}
                onChange={(event) => {
                  const next = new Set(chosen);
                  if (event.currentTarget.checked) next.add(country);
                  else next.delete(country);
                  setChosen(next);
                }}
              />
            ))}
          </section>
        </>
      )}
      {other > 0 && (
        <Text size="sm" c="dimmed">
          {t.starterOther(other)}
        </Text>
      )}
      <Group justify="flex-end">
        <Button disabled={wanted.length === 0} loading={save.isPending} onClick={() => void add()}>
          {t.starterAdd(wanted.length)}
        </Button>
      </Group>
    </Stack>
  );
}
