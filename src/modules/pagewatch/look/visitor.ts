/** What the shop answered; `url` is where redirects ended. */
export type Visited = {
  readonly url: string;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
};

const TIMEOUT_MS = 20_000;
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_MOVES = 5;
// Nobody who changed the page may tell the check from a shopper.
const LIKE_A_BROWSER = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'en-US,en;q=0.5',
};

/** A browser without scripts for one shop: keeps its cookies, follows its redirects, and goes nowhere else. */
export class Visitor {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(baseUrl: string) {
    this.#origin = new URL(baseUrl).origin;
  }

  get(path: string): Promise<Visited> {
    return this.#ask(new URL(path, this.#origin), { method: 'GET' });
  }

  post(path: string, fields: URLSearchParams): Promise<Visited> {
    // As a browser says of a form on one of the shop's own pages.
    const headers = { origin: this.#origin, 'sec-fetch-site': 'same-origin' };
    return this.#ask(new URL(path, this.#origin), { method: 'POST', body: fields, headers });
  }

  async #ask(url: URL, init: RequestInit, moves = 0): Promise<Visited> {
    const response = await fetch(url, {
      ...init,
      headers: { ...LIKE_A_BROWSER, ...init.headers, cookie: this.#sent() },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const { status, headers } = response;
    const next = status >= 300 && status < 400 ? URL.parse(headers.get('location') ?? '', url) : null;
    if (next?.origin === this.#origin && moves < MOST_MOVES) {
      await response.body?.cancel();
      return this.#ask(next, { method: 'GET' }, moves + 1);
    }
    return { url: url.href, status, headers: new Map(headers), body: await readBody(response) };
  }

  #keep(line: string): void {
    const [pair = '', ...rest] = line.split(';');
    const [name = '', ...value] = pair.split('=');
    const isOver = rest.some((part) => /^\s*max-age=0\s*$/i.test(part));
    if (isOver) this.#cookies.delete(name.trim());
    else this.#cookies.set(name.trim(), value.join('='));
  }

  #sent(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

async function readBody(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > MOST_BYTES) throw new Error(`${response.url} is larger than ${MOST_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
