import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo, Server, Socket } from 'node:net';

type Failure = Error & { responseCode?: number };
type Session = { readonly envelope: { readonly rcptTo: readonly { readonly address: string }[] } };
type Next = (error?: Failure | null) => void;
type Stream = NodeJS.ReadableStream & AsyncIterable<Buffer>;
type SmtpServer = {
  readonly server: Server;
  listen(port: number, host: string): Server;
  close(done: () => void): void;
};
// The package brings no types.
const { SMTPServer } = createRequire(import.meta.url)('smtp-server') as {
  readonly SMTPServer: new (options: object) => SmtpServer;
};

export type Received = { readonly to: readonly string[]; readonly raw: string };

/** How the server treats the next mails. `lost`: it takes the mail, and the connection is cut before it can say so. */
export type Mood = 'well' | 'busy' | 'no_such_mailbox' | 'too_large' | 'lost';

/** A real SMTP server on this machine, for tests, that keeps what it receives. */
export async function startMailServer() {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let mood: Mood = 'well';
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address: unknown, _session: unknown, next: Next) =>
      next(mood === 'no_such_mailbox' ? failure(550, 'no such mailbox here') : null),
    onData: async (stream: Stream, session: Session, next: Next) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      if (mood === 'busy') return next(failure(451, 'try again later'));
      if (mood === 'too_large') return next(failure(552, 'too large for this mailbox'));
      const to = session.envelope.rcptTo.map(({ address }) => address);
      received.push({ to, raw: Buffer.concat(chunks).toString('utf8') });
      if (mood === 'lost') for (const socket of sockets) socket.destroy();
      else next();
    },
  });
  smtp.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listening = smtp.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    behave: (next: Mood) => {
      mood = next;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => smtp.close(resolve));
    },
  };
}

function failure(responseCode: number, message: string): Failure {
  return Object.assign(new Error(message), { responseCode });
}
