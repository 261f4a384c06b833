/** A provider's fields in our page: drawn by its script, and paid by it. */
export type PaymentForm = {
  readonly mount: (place: HTMLElement) => void;
  /** Goes to `returnUrl` when it worked; else why not, in the provider's words. */
  readonly pay: (returnUrl: string) => Promise<string | undefined>;
};
export type PaymentStart = (
  data: Readonly<Record<string, string>>,
  locale: string,
) => PaymentForm | undefined;
