/** A message of e-mail as bytes (RFC 5322, MIME), and the reading of one that was written here. */

import { createTransport } from 'nodemailer';

export interface Message {
  /** Makes the Message-ID, so that the same message sent twice can be told from two. */
  readonly id: string;
  /** Bare addresses: no name, no list. */
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** An instant. */
  readonly at: string;
}

/** A bare address: one, without white space and without anything that a header could read as a list or a name. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;:<>()[\]"\\]{1,64}@[^\s@,;:<>()[\]"\\]{1,189}$/u.test(text);
}

/** What nodemailer is given. Throws when an address is not bare: a line end there would begin another header. */
export function toMail(message: Message): Record<string, unknown> {
  for (const address of [message.from, message.to])
    if (!isAddress(address)) throw new Error('not a bare e-mail address');
  return {
    from: { name: 'Horyzont', address: message.from },
    to: { name: '', address: message.to },
    envelope: { from: message.from, to: [message.to] },
    messageId: `<${message.id}@${message.from.split('@')[1]}>`,
    date: new Date(message.at),
    subject: message.subject.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim(),
    text: message.text,
    html: message.html,
    textEncoding: 'base64',
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

export async function messageBytes(message: Message): Promise<Uint8Array> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message: bytes } = await transport.sendMail(toMail(message));
  return bytes as Buffer;
}

/** What the office shows of a message. */
export interface ReadMessage {
  readonly to: string;
  readonly subject: string;
  /** As the header has it. */
  readonly date: string;
  readonly text: string;
}

/** Reads a message that `messageBytes` wrote: its head, and its plain text. */
export function readMessage(bytes: Uint8Array): ReadMessage {
  const { head, body } = parts(Buffer.from(bytes).toString('utf8'));
  const boundary = /boundary="?([^";]+)"?/iu.exec(head('content-type'))?.[1];
  const plain =
    boundary === undefined
      ? { head, body }
      : body
          .split(`--${boundary}`)
          .map((part) => parts(part.replace(/^\r?\n/u, '')))
          .find((part) => part.head('content-type').startsWith('text/plain'));
  return {
    to: head('to').replaceAll(/^.*<|>.*$/gu, ''),
    subject: words(head('subject')),
    date: head('date'),
    text: plain ? decoded(plain.body, plain.head('content-transfer-encoding')) : '',
  };
}

function parts(text: string): { readonly head: (name: string) => string; readonly body: string } {
  const end = /\r?\n\r?\n/u.exec(text);
  const lines = text
    .slice(0, end?.index ?? text.length)
    .replaceAll(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u);
  const heads = new Map(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
    }),
  );
  return {
    head: (name) => heads.get(name) ?? '',
    body: end ? text.slice(end.index + end[0].length) : '',
  };
}

/** Encoded words of a header (RFC 2047) as text. */
function words(header: string): string {
  return header.replaceAll(/\?=\s+=\?/gu, '?==?').replaceAll(/((?:=\?utf-8\?[bq]\?[^?]*\?=)+)/giu, (run) => {
    const pieces = [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/giu)].map(([, kind = '', data = '']) =>
      kind.toLowerCase() === 'b' ? Buffer.from(data, 'base64') : quoted(data.replaceAll('_', ' ')),
    );
    return Buffer.concat(pieces).toString('utf8');
  });
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return quoted(body.replaceAll(/=\r?\n/gu, '')).toString('utf8');
  return body;
}

function quoted(text: string): Buffer {
  return Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
