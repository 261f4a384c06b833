import type { RowOf } from '../../../../platform/cockpit/api/index.ts';
import { reasonText } from '../reason-text.ts';
import { forecastWords } from '../words.ts';

/** The strongest reasons of a forecast in a line; '' where it is as it always was. */
export function firstReason({ reasons, isEnough }: RowOf<'listForecasts'>, count = 1): string {
  if (!isEnough) return forecastWords().notEnough;
  return reasons.slice(0, count).map(reasonText).join(', ');
}
