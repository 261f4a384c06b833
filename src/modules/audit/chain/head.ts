/** A seal noted elsewhere, in hexadecimal: what a chain is compared with that somebody might have made anew. */
export type Head = { readonly position: bigint; readonly seal: string };

/** As it is noted: `812:9f86d081…`. */
export function headText({ position, seal }: Head): string {
  return `${position}:${seal}`;
}

export function parseHead(text: string): Head | undefined {
  const [, position, seal] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text) ?? [];
  return position === undefined || seal === undefined ? undefined : { position: BigInt(position), seal };
}
