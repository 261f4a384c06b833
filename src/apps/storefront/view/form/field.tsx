import type { AreaField, CheckField, Field, SelectField, TextField } from '../../model/index.ts';
import type { Scene } from '../scene.ts';

/**
 * One labelled field. What is wrong with it stands below and is read with it; its id is its name, so that the summary
 * of problems can lead to it.
 */
export function FieldRow({ field, scene }: { field: Field; scene: Scene }) {
  return (
    <div class={field.width ? `field field-${field.width}` : 'field'}>
      <label for={field.name}>{labelOf(field, scene)}</label>
      {field.kind === 'text' ? <TextInput field={field} /> : <Select field={field} />}
      {field.kind === 'text' && field.hint !== undefined && (
        <p class="field-hint" id={`${field.name}-hint`}>
          {field.hint}
        </p>
      )}
      <Problem name={field.name} text={field.problem} />
    </div>
  );
}

function labelOf({ label, isRequired }: Field, { say }: Scene): string {
  return isRequired ? label : say('address.optional', { label });
}

function TextInput({ field }: { field: TextField }) {
  const shared = {
    id: field.name,
    name: field.name,
    value: field.value,
    autocomplete: field.autocomplete,
    required: field.isRequired,
    maxLength: field.maxLength,
    ...(field.inputMode === undefined ? {} : { inputMode: field.inputMode }),
    ...described(field.name, field.problem, field.hint),
  };
  switch (field.type) {
    case 'email':
      return <input type="email" {...shared} />;
    case 'tel':
      return <input type="tel" {...shared} />;
    case 'text':
      return <input type="text" {...shared} />;
  }
}

function Select({ field }: { field: SelectField }) {
  return (
    <select
      id={field.name}
      name={field.name}
      autocomplete={field.autocomplete}
      required={field.isRequired}
      {...described(field.name, field.problem)}
    >
      {field.options.map(({ value, title }) => (
        <option value={value} selected={value === field.value}>
          {title}
        </option>
      ))}
    </select>
  );
}

export function Area({ field, scene }: { field: AreaField; scene: Scene }) {
  return (
    <div class="field">
      <label for={field.name}>{scene.say('address.optional', { label: field.label })}</label>
      <textarea
        id={field.name}
        name={field.name}
        rows={3}
        maxLength={field.maxLength}
        {...described(field.name, field.problem)}
      >
        {field.value}
      </textarea>
      <Problem name={field.name} text={field.problem} />
    </div>
  );
}

export function Check({ field }: { field: CheckField }) {
  return (
    <div class="field">
      <label class="check" for={field.name}>
        <input
          id={field.name}
          type="checkbox"
          name={field.name}
          value="yes"
          checked={field.isChecked}
          required={field.isRequired ?? false}
          {...described(field.name, field.problem, field.hint)}
        />
        <span class="check-title">{field.label}</span>
      </label>
      {field.hint !== undefined && (
        <p class="field-hint" id={`${field.name}-hint`}>
          {field.hint}
        </p>
      )}
      <Problem name={field.name} text={field.problem} />
    </div>
  );
}

export function Problem({ name, text }: { name: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p class="field-problem" id={`${name}-problem`}>
      {text}
    </p>
  );
}

/** What a screen reader says with the field. */
export function described(name: string, problem: string | undefined, hint?: string) {
  const ids = [
    ...(problem === undefined ? [] : [`${name}-problem`]),
    ...(hint === undefined ? [] : [`${name}-hint`]),
  ];
  return {
    'aria-invalid': problem === undefined ? undefined : ('true' as const),
    'aria-describedby': ids.length === 0 ? undefined : ids.join(' '),
  };
}
