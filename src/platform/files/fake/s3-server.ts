import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A bucket with state, over real HTTP, for tests. Refuses a request whose signature it cannot recompute. */
export type FakeS3 = {
  readonly endpoint: string;
  /** The next `count` requests are answered 503. */
  readonly failNext: (count: number) => void;
  readonly close: () => Promise<void>;
};

type Kept = { readonly data: Buffer; readonly mime: string };
type Account = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly region: string };

const PAGE = 3;

export async function startFakeS3(account: Account): Promise<FakeS3> {
  const kept = new Map<string, Kept>();
  let failures = 0;
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const url = new URL(request.url ?? '/', 'http://fake');
    if (failures > 0) {
      failures--;
      respond(response, 503, '<Error><Code>SlowDown</Code></Error>');
    } else if (!isSigned(request, url, body, account)) {
      respond(response, 403, '<Error><Code>SignatureDoesNotMatch</Code></Error>');
    } else if (url.searchParams.get('list-type') === '2') {
      respond(response, 200, listing(kept, url));
    } else {
      answer(kept, request, response, url.pathname.replace(/^\/[^/]+\//, ''), body);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    failNext: (count) => {
      failures = count;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answer(
  kept: Map<string, Kept>,
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
  body: Buffer,
): void {
  if (request.method === 'PUT') {
    kept.set(key, { data: body, mime: request.headers['content-type'] ?? 'application/octet-stream' });
    respond(response, 200, '');
    return;
  }
  if (request.method === 'DELETE') {
    kept.delete(key);
    respond(response, 204, '');
    return;
  }
  const file = kept.get(key);
  if (!file) {
    respond(response, 404, request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>');
    return;
  }
  response.writeHead(200, { 'content-type': file.mime, 'content-length': file.data.length });
  response.end(request.method === 'HEAD' ? undefined : file.data);
}

function respond(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(xml);
}

function listing(kept: ReadonlyMap<string, Kept>, url: URL): string {
  const prefix = url.searchParams.get('prefix') ?? '';
  const after = url.searchParams.get('continuation-token') ?? '';
  const keys = [...kept.keys()].filter((key) => key.startsWith(prefix) && key > after).toSorted();
  const page = keys.slice(0, PAGE);
  const next = keys.length > PAGE ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  const contents = page.map((key) => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`).join('');
  return `<?xml version="1.0"?><ListBucketResult>${contents}${next}</ListBucketResult>`;
}

const AUTHORIZATION = new RegExp(
  '^AWS4-HMAC-SHA256 Credential=([^/]+)/(([0-9]{8})/([^/]+)/s3/aws4_request), ?' +
    'SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$',
);

/** Signature version 4, recomputed from the request as it came ("Authenticating Requests", Amazon S3 API). */
function isSigned(request: IncomingMessage, url: URL, body: Buffer, account: Account): boolean {
  const parts = AUTHORIZATION.exec(request.headers.authorization ?? '');
  if (!parts) return false;
  const [, accessKeyId = '', scope = '', date = '', region = '', signedHeaders = '', signature = ''] = parts;
  if (accessKeyId !== account.accessKeyId || region !== account.region) return false;
  const bodyHash = String(request.headers['x-amz-content-sha256']);
  if (bodyHash !== 'UNSIGNED-PAYLOAD' && bodyHash !== sha256(body)) return false;
  const query = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).toSorted();
  const headers = signedHeaders.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const path = url.pathname.split('/').map((part) => encode(decodeURIComponent(part)));
  const canonical = [
    request.method,
    path.join('/'),
    query.join('&'),
    headers.join(''),
    signedHeaders,
    bodyHash,
  ];
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical.join('\n'))];
  const key = [date, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${account.secretAccessKey}`,
  );
  return createHmac('sha256', key).update(toSign.join('\n')).digest('hex') === signature;
}

function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
