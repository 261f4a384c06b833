const note = { from: '2026-11-27', to: '2026-11-30', text: 'Black Week newsletter', market: 'eu' };

/** A body of each endpoint about notes on charts. */
export const ANNOTATION_EXAMPLES = { createAnnotation: note, changeAnnotation: note };
