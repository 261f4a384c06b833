import { z } from 'zod';
import { MOST_MINUTES, MOST_STEPS, SEGMENTS, STEP } from '../reports/funnel-choice.ts';

export const step = z.string().max(300).regex(STEP);

export const funnelWire = z.strictObject({
  steps: z.array(step).min(2).max(MOST_STEPS),
  isOpen: z.boolean().exactOptional(),
  withinMinutes: z.int().min(1).max(MOST_MINUTES).exactOptional(),
  segment: z.enum(SEGMENTS).exactOptional(),
});

export const pathWire = z.strictObject({
  page: step.exactOptional(),
  isTo: z.boolean().exactOptional(),
});
