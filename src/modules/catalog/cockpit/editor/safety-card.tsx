import { Accordion, Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { productWords } from '../words.ts';
import type { ContactForm, VariantForm } from './form.ts';
import type { PartProps } from './part-props.ts';

/** What customs, tax and the law on product safety ask; closed until somebody needs it. */
export function SafetyCard({ form, change, isReadOnly, problems }: PartProps) {
  const { editor: t } = productWords();
  const [first] = form.variants;
  const forAll = (parts: Partial<VariantForm>) =>
    change({ variants: form.variants.map((variant) => ({ ...variant, ...parts })) });
  const text = (label: string, name: 'hsCode' | 'originCountry' | 'taxCode') => (
    <TextInput
      {...{ label, readOnly: isReadOnly, value: first?.[name] ?? '', error: problems[`variants.0.${name}`] }}
      onChange={(event) => forAll({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Accordion variant="contained" chevronPosition="right">
      <Accordion.Item value="shipping">
        <Accordion.Control>
          <Text fw={560} size="sm">
            {t.shipping}
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Stack gap="sm">
            <Checkbox
              {...{ label: t.shipped, checked: first?.requiresShipping ?? true, disabled: isReadOnly }}
              onChange={(event) => forAll({ requiresShipping: event.currentTarget.checked })}
            />
            <Checkbox
              {...{ label: t.taxed, checked: first?.isTaxable ?? true, disabled: isReadOnly }}
              onChange={(event) => forAll({ isTaxable: event.currentTarget.checked })}
            />
            {text(t.taxCode, 'taxCode')}
            {text(t.hsCode, 'hsCode')}
            {text(t.origin, 'originCountry')}
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="safety">
        <Accordion.Control>
          <Text fw={560} size="sm">
            {t.safety}
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Stack gap="sm">
            <Contact
              {...{ legend: t.manufacturer, of: form.manufacturer, isReadOnly }}
              onChange={(manufacturer) => change({ manufacturer })}
            />
            <Contact
              {...{ legend: t.responsible, of: form.euResponsiblePerson, isReadOnly }}
              onChange={(euResponsiblePerson) => change({ euResponsiblePerson })}
            />
            <Textarea
              {...{
                label: t.warnings,
                value: form.safetyWarnings,
                readOnly: isReadOnly,
                autosize: true,
                minRows: 2,
              }}
              onChange={(event) => change({ safetyWarnings: event.currentTarget.value })}
            />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Contact(props: {
  readonly legend: string;
  readonly of: ContactForm;
  readonly isReadOnly: boolean;
  readonly onChange: (contact: ContactForm) => void;
}) {
  const { legend, of, isReadOnly, onChange } = props;
  const { editor: t } = productWords();
  const field = (label: string, name: keyof ContactForm) => (
    <TextInput
      {...{ label, value: of[name], readOnly: isReadOnly }}
      onChange={(event) => onChange({ ...of, [name]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Text component="legend" size="sm" fw={500} c="dimmed">
        {legend}
      </Text>
      {field(t.contactName, 'name')}
      {field(t.contactPost, 'postalAddress')}
      {field(t.contactWeb, 'electronicAddress')}
    </fieldset>
  );
}
