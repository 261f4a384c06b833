/** A part of a mail, before it is HTML or plain text: what is said, not how it looks. All of it is text. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A person's own words. */
  | { readonly kind: 'quote'; readonly label: string; readonly text: string }
  | { readonly kind: 'button'; readonly label: string; readonly href: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | { readonly kind: 'amounts'; readonly rows: readonly AmountRow[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'heading'; readonly text: string; readonly detail: string }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  /** One of the pictures that travel inside the mail. */
  | { readonly kind: 'picture'; readonly cid: string; readonly alt: string }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly TableRow[] }
  | {
      readonly kind: 'small';
      readonly text: string;
      readonly link?: { readonly label: string; readonly href: string };
    };

export type Item = { readonly title: string; readonly detail: string; readonly amount: string };
export type AmountRow = { readonly label: string; readonly amount: string; readonly isTotal?: boolean };
/** A number that is read at a glance, and what it was before. */
export type Figure = { readonly label: string; readonly value: string; readonly change: string };
/** As many cells as the table has columns; the first says what the row is of. */
export type TableRow = { readonly cells: readonly string[]; readonly isTotal?: boolean };
/** `lines` is one value, or an address. */
export type Fact = { readonly label: string; readonly lines: readonly string[] };

/** What a template answers. */
export type Letter = {
  readonly subject: string;
  /** What a mailbox shows beside the subject. */
  readonly preview: string;
  readonly blocks: readonly Block[];
};

/** Who writes, at the foot of every mail. */
export type Letterhead = {
  readonly shopName: string;
  readonly shopUrl: string;
  /** Legal name, address, register: a line each. */
  readonly imprint: readonly string[];
  readonly contact: string;
};

/** A web address that may become a link; anything else stays text. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}
