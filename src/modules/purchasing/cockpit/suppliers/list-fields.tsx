import { ActionIcon, Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { purchasingWords } from '../words.ts';
import type { SupplierDraft } from './supplier-draft.ts';

type Fields = {
  readonly draft: SupplierDraft;
  readonly problems: Readonly<Record<string, string | undefined>>;
  readonly onChange: (parts: Partial<SupplierDraft>) => void;
};

const CONTACT = { name: '', email: '', phone: '', about: '' };

/** Whom to call about what. */
export function ContactFields({ draft, problems, onChange }: Fields) {
  const words = purchasingWords();
  const t = words.suppliers;
  const change = (index: number, parts: Partial<typeof CONTACT>) =>
    onChange({ contacts: draft.contacts.map((one, at) => (at === index ? { ...one, ...parts } : one)) });
  const labels = { name: t.name, email: t.email, phone: t.phone, about: t.contactAbout } as const;
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t.contacts}
      </Text>
      {draft.contacts.map((contact, index) => (
        <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
          <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs" flex={1}>
            {(['name', 'email', 'phone', 'about'] as const).map((field) => (
              <TextInput
                key={field}
                size="xs"
                aria-label={`${labels[field]} ${index + 1}`}
                placeholder={labels[field]}
                maxLength={200}
                value={contact[field]}
                error={problems[`contacts[${index}].${field}`]}
                onChange={(event) => change(index, { [field]: event.currentTarget.value })}
              />
            ))}
          </SimpleGrid>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${words.remove}: ${contact.name || index + 1}`}
            onClick={() => onChange({ contacts: draft.contacts.filter((_, at) => at !== index) })}
          >
            <Trash2 size={15} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onChange({ contacts: [...draft.contacts, CONTACT] })}
        >
          {t.addContact}
        </Button>
      </Group>
    </Stack>
  );
}

/** When they neither take orders nor send goods. */
export function ClosedDayFields({ draft, problems, onChange }: Fields) {
  const words = purchasingWords();
  const t = words.suppliers;
  const change = (index: number, parts: { readonly from?: string; readonly until?: string }) =>
    onChange({ closedDays: draft.closedDays.map((one, at) => (at === index ? { ...one, ...parts } : one)) });
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t.closed}
      </Text>
      {draft.closedDays.map((closed, index) => (
        <Group key={index} gap="xs" wrap="nowrap">
          <TextInput
            type="date"
            size="xs"
            aria-label={`${t.closed} ${t.closedFrom} ${index + 1}`}
            value={closed.from}
            error={problems[`closedDays[${index}]`]}
            onChange={(event) => change(index, { from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            size="xs"
            aria-label={`${t.closed} ${t.closedUntil} ${index + 1}`}
            value={closed.until}
            onChange={(event) => change(index, { until: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${words.remove}: ${t.closed} ${index + 1}`}
            onClick={() => onChange({ closedDays: draft.closedDays.filter((_, at) => at !== index) })}
          >
            <Trash2 size={15} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onChange({ closedDays: [...draft.closedDays, { from: '', until: '' }] })}
        >
          {t.addClosed}
        </Button>
      </Group>
    </Stack>
  );
}
