const reading = new Set<Promise<unknown>>();

/** Remembers that rows are being read until they are, or cannot be. */
export async function isRead<Rows>(rows: Promise<Rows>): Promise<Rows> {
  reading.add(rows);
  try {
    return await rows;
  } finally {
    reading.delete(rows);
  }
}

/**
 * Resolves when no rows are being read any more: one processor answers a list sooner that is not asked for everything
 * about it at once.
 */
export async function rowsFirst(): Promise<void> {
  // What a screen's parts read is asked for before what the screen itself reads: its rows come within this turn.
  await new Promise((resolve) => setTimeout(resolve, 0));
  await Promise.allSettled(reading);
}
