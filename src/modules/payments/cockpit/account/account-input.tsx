import { Input, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { paymentWords } from '../words.ts';
import type { AccountField } from './account-fields.ts';
import type { Typed } from './sent-credentials.ts';

export type Inputs = {
  readonly typed: Typed;
  readonly type: (name: string, value: string) => void;
  readonly isReadOnly: boolean;
  readonly isSetUp: boolean;
  readonly environments: readonly [test: string, live: string];
};

/** One of a provider's credentials. A secret that is kept stays unless another is typed. */
export function AccountInput(
  props: Inputs & { readonly field: AccountField; readonly error?: string | undefined },
) {
  const { field, typed, type, error, isReadOnly, isSetUp, environments } = props;
  const { name, kind, isOptional, example } = field;
  const t = paymentWords();
  const value = typed[name] ?? '';
  const about = {
    ...{ label: t.fields[name], error, value, disabled: isReadOnly, maxLength: 500, spellCheck: false },
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => type(name, event.currentTarget.value),
  };
  if (kind === 'choice') {
    const [test, live] = environments;
    const data = [
      { value: test, label: t.environments.test },
      { value: live, label: t.environments.live },
    ];
    return (
      <Input.Wrapper label={t.fields[name]} error={error} labelElement="div">
        <div>
          <SegmentedControl
            {...{ data, value: value === '' ? test : value, disabled: isReadOnly, size: 'xs' }}
            aria-label={t.fields[name]}
            onChange={(chosen) => type(name, chosen)}
          />
        </div>
      </Input.Wrapper>
    );
  }
  if (kind === 'secret') {
    return (
      <PasswordInput
        {...about}
        autoComplete="new-password"
        placeholder={isSetUp ? t.kept : example}
        visibilityToggleButtonProps={{ 'aria-label': t.showTyped(t.fields[name]) }}
      />
    );
  }
  return (
    <TextInput
      {...about}
      autoComplete="off"
      placeholder={example}
      description={isOptional ? t.optional : undefined}
    />
  );
}
