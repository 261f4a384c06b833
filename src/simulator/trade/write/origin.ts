/** Whose the documents, events and costs of the demo's past are. */
export const ORIGIN = 'simulator';
