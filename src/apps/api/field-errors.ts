import type { Refusal } from '../../kernel/index.ts';
import type { ApiRefusal, FieldError } from '../../platform/api/index.ts';

type WithProblems<Code extends string> = Refusal<Code> & {
  readonly problems?: readonly Refusal<string>[];
};

/** Every problem of an address or of several fields beside its field, where a verb found several. */
export function withErrors<Code extends string>(refusal: WithProblems<Code>): ApiRefusal<Code> {
  const { code, message, field, problems } = refusal;
  const plain = { code, message, ...(field === undefined ? {} : { field }) };
  if (problems === undefined) return plain;
  const errors = problems.map((problem): FieldError => {
    return { field: problem.field ?? 'body', in: 'body', code: problem.code, message: problem.message };
  });
  return { ...plain, errors };
}
