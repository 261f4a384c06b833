import { MultiSelect, TagsInput } from '@mantine/core';
import { useColleagues } from '../../../../platform/cockpit/state/index.ts';
import { reportingWords } from '../words.ts';

export type Recipient =
  | { readonly kind: 'member'; readonly memberId: string }
  | { readonly kind: 'address'; readonly email: string };

const MAY_BE_ADDRESS = /^[^\s@,;]+@[^\s@,;]+$/;

/** Who gets it: members by name, anybody else by address. */
export function RecipientsField(props: {
  readonly value: readonly Recipient[];
  readonly error?: string | undefined;
  readonly onChange: (value: Recipient[]) => void;
}) {
  const { value, error, onChange } = props;
  const t = reportingWords();
  const { colleagues } = useColleagues();
  const members = value.flatMap((one) => (one.kind === 'member' ? [one.memberId] : []));
  const addresses = value.flatMap((one) => (one.kind === 'address' ? [one.email] : []));
  const change = (ids: readonly string[], emails: readonly string[]) =>
    onChange([
      ...ids.map((memberId) => ({ kind: 'member', memberId }) as const),
      ...emails.map((email) => ({ kind: 'address', email }) as const),
    ]);
  return (
    <>
      <MultiSelect
        label={t.team}
        data={colleagues
          .filter(({ id, isHere }) => isHere || members.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={members}
        error={error}
        onChange={(ids) => change(ids, addresses)}
        searchable
      />
      <TagsInput
        label={t.addresses}
        description={t.addressesAbout}
        placeholder={addresses.length === 0 ? 'name@example.com' : ''}
        value={addresses}
        splitChars={[',', ' ', ';']}
        onChange={(emails) =>
          change(
            members,
            emails.filter((email) => MAY_BE_ADDRESS.test(email)),
          )
        }
      />
    </>
  );
}
