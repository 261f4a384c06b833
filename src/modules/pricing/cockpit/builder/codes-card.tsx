import { Button, Group, NumberInput, Stack, Table, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { TEXT_TONES } from '../../../../platform/cockpit/value/index.ts';
import { priceWords } from '../words.ts';

/** The codes of a promotion: one that is told, or many that nobody guesses. */
export function CodesCard({ id, isOff }: { readonly id: string; readonly isOff: boolean }) {
  const t = priceWords().codes;
  const codes = useRows('listCodes', { params: { id }, query: {} }, { about: ['pricing'] });
  const remove = useWrite('removeCodes', { about: ['pricing'] });
  return (
    <Card title={t.title} about={t.about}>
      <Stack>
        {!isOff && <AddCodes id={id} />}
        {codes.rows.length > 0 && (
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.code}</Table.Th>
                <Table.Th ta="right">{t.used}</Table.Th>
                <Table.Th w={100}>
                  <VisuallyHidden>{t.remove}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {codes.rows.map(({ code, used, usesLimit }) => (
                <Table.Tr key={code}>
                  <Table.Td ff="monospace">{code}</Table.Td>
                  <Table.Td ta="right">
                    {usesLimit === undefined ? '–' : `${countOf(used)} / ${countOf(usesLimit)}`}
                  </Table.Td>
                  <Table.Td ta="right">
                    {!isOff && (
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        color="gray"
                        aria-label={`${t.remove}: ${code}`}
                        onClick={() => remove.mutate({ params: { id }, body: { codes: [code] } })}
                      >
                        {t.remove}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {codes.hasNextPage && (
          <Button variant="subtle" onClick={() => void codes.fetchNextPage()}>
            {t.more}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

function AddCodes({ id }: { readonly id: string }) {
  const t = priceWords().codes;
  const [code, setCode] = useState('');
  const [count, setCount] = useState<string | number>(100);
  const options = { about: ['pricing'], isTold: true } as const;
  const save = useWrite('saveCodes', { ...options, onDone: () => setCode('') });
  const make = useWrite('makeCodes', { ...options, onDone: ({ codes }) => sayDone(t.made(codes.length)) });
  const problem = Object.values(problemsByField(save.error ?? make.error))[0];
  return (
    <>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t.own}
          placeholder="SUMMER"
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
        />
        <Button
          variant="default"
          disabled={code.trim().length < 3}
          loading={save.isPending}
          onClick={() => save.mutate({ params: { id }, body: { codes: [code.trim()] } })}
        >
          {t.add}
        </Button>
        <NumberInput w={130} label={t.many} min={1} max={1_000} value={count} onChange={setCount} />
        <Button
          variant="default"
          loading={make.isPending}
          onClick={() => make.mutate({ params: { id }, body: { count: Number(count) || 1 } })}
        >
          {t.makeMany}
        </Button>
      </Group>
      {problem !== undefined && (
        <Text size="sm" c={TEXT_TONES.bad} role="alert">
          {problem}
        </Text>
      )}
    </>
  );
}
