import { ok, type Refusal, type Result, refuse } from '../../../../kernel/index.ts';
import type { ReportParameters } from '../../../../modules/analytics/index.ts';
import { sentFields } from '../../../../platform/api/index.ts';

type Ways = Pick<ReportParameters, 'funnel' | 'path'>;
type Sent = {
  readonly step?: readonly string[] | undefined;
  readonly isOpen?: boolean | undefined;
  readonly withinMinutes?: number | undefined;
  readonly segment?: NonNullable<Ways['funnel']>['segment'] | undefined;
  readonly page?: string | undefined;
  readonly isTo?: boolean | undefined;
};

/** The funnel and the path that a query asks for; a funnel is asked for by its steps. */
export function waysIn({ step, page, isTo, ...more }: Sent): Result<Ways, Refusal<'invalid_steps'>> {
  if (step !== undefined && step.length < 2)
    return refuse('invalid_steps', 'a funnel has 2 to 8 steps', 'step');
  const path = sentFields({ page, isTo });
  return ok({
    ...(step === undefined ? {} : { funnel: { steps: step, ...sentFields(more) } }),
    ...(Object.keys(path).length === 0 ? {} : { path }),
  });
}
