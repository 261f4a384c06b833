import { NativeSelect } from '@mantine/core';
import { LANGUAGES, type Language, languageName } from '../../../../platform/cockpit/text/index.ts';
import { reportingWords } from '../words.ts';

/** In which language it is written. */
export function LanguageField(props: {
  readonly value: Language;
  readonly onChange: (value: Language) => void;
}) {
  const { value, onChange } = props;
  return (
    <NativeSelect
      label={reportingWords().language}
      data={LANGUAGES.map((language) => ({ value: language, label: languageName(language) }))}
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = LANGUAGES.find((language) => language === currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
