import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { SaxesParser } from 'saxes';
import { checkKey, checkPrefix, type FileStore } from './file-store.ts';

export type S3Settings = {
  /**
   * `https://s3.eu-central-1.amazonaws.com`, `https://ACCOUNT.r2.cloudflarestorage.com`,
   * `http://127.0.0.1:9000`.
   */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Before every key, so that shops can share a bucket: `shop-1/`. */
  readonly prefix?: string;
  /** 4 unless given: answers 429 and 5xx, and broken connections, are tried again after growing pauses. */
  readonly attempts?: number;
};

const TIMEOUT_MS = 60_000;
const FIRST_PAUSE_MS = 100;

/**
 * A bucket of any service that speaks S3 with signature version 4, addressed by path. A stream is read into
 * memory before it is sent, because it must be hashed for the signature and may have to be sent again: for
 * pictures and documents, not for films.
 */
export function s3Store(settings: S3Settings): FileStore {
  const { prefix = '' } = settings;
  const address = (key: string) => `${bucketOf(settings)}/${prefix}${checkKey(key)}`;
  const send = sender(settings);
  return {
    put: async (key, data, { mime }) => {
      const url = address(key);
      const body = data instanceof Readable ? await buffer(data) : data;
      const sha256 = createHash('sha256').update(body).digest('hex');
      const headers = { 'content-type': mime, 'x-amz-content-sha256': sha256 };
      await drop(await send('PUT', url, { body: new Uint8Array(body), headers }));
      return { bytes: body.length, sha256 };
    },
    get: async (key) => {
      const response = await send('GET', address(key), {}, [404]);
      if (response.status === 404) return drop(response);
      if (!response.body) throw new Error(`S3 answered GET ${key} without a body`);
      const mime = response.headers.get('content-type');
      const bytes = Number(response.headers.get('content-length'));
      // The same thing under two names: the global type and node:stream/web's.
      const stream = Readable.fromWeb(response.body as WebStream);
      return mime === null ? { stream, bytes } : { stream, bytes, mime };
    },
    exists: async (key) => {
      const response = await send('HEAD', address(key), {}, [404]);
      await drop(response);
      return response.status !== 404;
    },
    remove: async (key) => drop(await send('DELETE', address(key), {}, [404])),
    list: (from) => list(settings, send, checkPrefix(from)),
  };
}

type Send = (
  method: string,
  url: string,
  init?: RequestInit,
  alsoFine?: readonly number[],
) => Promise<Response>;

function bucketOf({ endpoint, bucket }: S3Settings): string {
  return `${endpoint.replace(/\/+$/, '')}/${bucket}`;
}

function sender(settings: S3Settings): Send {
  const { accessKeyId, secretAccessKey, region, attempts = 4 } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  return async (method, url, init = {}, alsoFine = []) => {
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt >= attempts;
      const answer = await once(client, method, url, init).catch((error) => {
        if (isLast) throw new Error(`S3 ${method} ${url} failed`, { cause: error });
        return undefined;
      });
      if (answer && (answer.ok || alsoFine.includes(answer.status))) return answer;
      if (answer && (isLast || !isPassing(answer.status))) throw await refusal(method, url, answer);
      if (answer) await drop(answer);
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
  };
}

async function once(client: AwsClient, method: string, url: string, init: RequestInit): Promise<Response> {
  const request = await client.sign(url, { ...init, method });
  return fetch(request, { signal: AbortSignal.timeout(TIMEOUT_MS) });
}

function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

async function refusal(method: string, url: string, response: Response): Promise<Error> {
  const text = (await response.text()).slice(0, 500);
  return new Error(`S3 answered ${method} ${url} with ${response.status}: ${text}`);
}

/** An answer that is not read to its end would hold its connection. */
async function drop(response: Response): Promise<undefined> {
  await response.body?.cancel();
}

async function* list(settings: S3Settings, send: Send, from: string): AsyncIterable<string> {
  const { prefix = '' } = settings;
  let token: string | undefined;
  do {
    const url = new URL(bucketOf(settings));
    url.searchParams.set('list-type', '2');
    url.searchParams.set('prefix', prefix + from);
    if (token !== undefined) url.searchParams.set('continuation-token', token);
    const response = await send('GET', url.href);
    const page = readPage(await response.text());
    for (const key of page.keys) yield key.slice(prefix.length);
    token = page.next;
  } while (token !== undefined);
}

function readPage(xml: string): { keys: readonly string[]; next: string | undefined } {
  const keys: string[] = [];
  let next: string | undefined;
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'Key') keys.push(text);
    if (name === 'NextContinuationToken') next = text;
  });
  parser.on('error', (error) => {
    throw new Error('S3 answered a listing that is no XML', { cause: error });
  });
  parser.write(xml).close();
  return { keys, next };
}
