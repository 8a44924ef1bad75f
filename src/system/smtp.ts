/** Hands messages to a mail server. */

import { createTransport } from 'nodemailer';
import { toMail } from './message.ts';
import type { Message } from './message.ts';

const CONNECT_MS = 10_000;
const SILENT_MS = 30_000;

export type Send = (message: Message) => Promise<void>;

/**
 * Sends through the server of `smtp://user:password@host:587` or `smtps://…`. With a password the connection must be
 * encrypted unless the server is this machine; `?requireTLS=false` and the like in the URL have the last word. Throws
 * what the server said when it does not take the message.
 */
export function smtpSender(url: string): Send {
  const { username, hostname } = new URL(url);
  const near = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const transport = createTransport({
    url,
    requireTLS: username !== '' && !near,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
  } as Parameters<typeof createTransport>[0]);
  return async (message) => {
    await transport.sendMail(toMail(message));
  };
}
