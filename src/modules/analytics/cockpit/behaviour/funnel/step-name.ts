import { analyticsWords, wordOf } from '../../words.ts';
import { isPage } from './steps.ts';

/** A step in words; of a page its path. */
export function stepName(step: string): string {
  return isPage(step) ? step : wordOf(analyticsWords().events, step);
}
