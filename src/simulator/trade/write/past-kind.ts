import { z } from 'zod';

/** The work by its name, without what it takes to do it. */
export const pastWork = {
  name: 'simulator.write_past',
  parse: (payload: unknown) => z.object({}).parse(payload),
};
