/** A rule as a person states it: conditions of which all or one must hold. */
export type RuleForm = {
  readonly join: 'all' | 'any';
  readonly conditions: readonly ConditionForm[];
};

export type ConditionForm = {
  /** `title`, `price`, `attribute:material`. */
  readonly field: string;
  readonly is: string;
  /** As it was typed; several with commas. */
  readonly value: string;
};

export const NO_RULE: RuleForm = { join: 'all', conditions: [{ field: 'tag', is: 'equal_to', value: '' }] };

type Kind = 'text' | 'path' | 'status' | 'number' | 'money' | 'open';

const KINDS: Readonly<Record<string, Kind>> = {
  ...{ title: 'text', type: 'text', brand: 'text', tag: 'text', category: 'path', status: 'status' },
  ...{ price: 'money', compare_at: 'money', stock: 'number', discount_percent: 'number', age_days: 'number' },
  sales_30d: 'number',
};

const CHOICE = ['equal_to', 'not_equal_to', 'one_of', 'none_of'] as const;
const PARTS = ['containing', 'not_containing', 'starting_with', 'ending_with'] as const;
const ORDER = ['less_than', 'at_most', 'more_than', 'at_least'] as const;
const PRESENCE = ['set', 'not_set'] as const;

export type OperatorName = (typeof CHOICE | typeof PARTS | typeof ORDER | typeof PRESENCE)[number];

const OPERATORS: Readonly<Record<Kind, readonly OperatorName[]>> = {
  text: [...CHOICE, ...PARTS, ...PRESENCE],
  path: [...CHOICE, ...PRESENCE],
  status: CHOICE,
  number: [...CHOICE, ...ORDER],
  money: [...CHOICE, ...ORDER, ...PRESENCE],
  open: [...CHOICE, ...PARTS, ...PRESENCE],
};

/** Fields without a key of their own, in the order in which they are offered. */
export const PLAIN_FIELDS = Object.keys(KINDS);

export function kindOf(field: string): Kind {
  return KINDS[field] ?? KINDS[field.split(':')[0] ?? ''] ?? 'open';
}

export function operatorsOf(field: string): readonly OperatorName[] {
  return OPERATORS[kindOf(field)];
}

export function takesValue(is: string): boolean {
  return is !== 'set' && is !== 'not_set';
}

export function takesList(is: string): boolean {
  return is === 'one_of' || is === 'none_of';
}

/** A condition with another field keeps what still makes sense of it. */
export function withField(condition: ConditionForm, field: string): ConditionForm {
  const operators: readonly string[] = operatorsOf(field);
  const isSameKind = kindOf(field) === kindOf(condition.field);
  const is = operators.includes(condition.is) ? condition.is : (operators[0] ?? 'equal_to');
  return { field, is, value: isSameKind ? condition.value : '' };
}

/** The rule as the API takes it; values of numbers are numbers, lists are lists. */
export function ruleOf({ join, conditions }: RuleForm): Record<string, unknown> {
  return { [join]: conditions.map(conditionOf) };
}

function conditionOf({ field, is, value }: ConditionForm): object {
  if (!takesValue(is)) return { field, is };
  const one = (text: string) => (kindOf(field) === 'number' ? Number(text) : text.trim());
  const values = value.split(',').filter((text) => text.trim() !== '');
  return { field, is, value: takesList(is) ? values.map(one) : one(value) };
}

/** The conditions of a rule that is one list of them; `undefined` where it is more than the form can state. */
export function conditionsOf(rule: unknown): RuleForm | undefined {
  const known = rule as { readonly all?: unknown; readonly any?: unknown } | undefined;
  if (known === undefined) return undefined;
  const join = Array.isArray(known.all) ? 'all' : Array.isArray(known.any) ? 'any' : undefined;
  const parts = join === undefined ? [known] : (known[join] as readonly unknown[]);
  const conditions = parts.flatMap((part) => conditionFormOf(part) ?? []);
  return conditions.length === parts.length ? { join: join ?? 'all', conditions } : undefined;
}

function conditionFormOf(part: unknown): ConditionForm | undefined {
  const { field, is, value } = part as {
    readonly field?: unknown;
    readonly is?: unknown;
    readonly value?: unknown;
  };
  if (typeof field !== 'string' || typeof is !== 'string' || is === 'between') return undefined;
  return { field, is, value: Array.isArray(value) ? value.join(', ') : String(value ?? '') };
}
