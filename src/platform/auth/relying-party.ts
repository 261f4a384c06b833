/** Whose keys these are: the shop at its own address (WebAuthn level 3, section 5.1.2). */
export type RelyingParty = {
  /** The shop's domain: `shop.example`. */
  readonly id: string;
  readonly name: string;
  /** `https://shop.example` */
  readonly origin: string;
};
