/** Errors that mean "not now, because …": told in words with what to do, instead of as a fault. */

import { FolderInUse } from '../database/lock.ts';
import { DatabaseNewer } from '../database/migrate.ts';
import { EMBEDDED_VERSION, FolderVersion, ServerEncoding, ServerTooOld } from '../database/version.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import type { Settings } from './settings.ts';

/** Null for everything else: a fault of the program. */
export function refusalOf(error: unknown, settings: Settings): Refusal | null {
  const folder = settings.dataFolder;
  if (error instanceof FolderInUse)
    return refusal('folder-in-use', { folder, pid: error.holder?.pid ?? '', host: error.holder?.host ?? '' });
  if (error instanceof FolderVersion)
    return refusal('folder-version', { folder, found: error.found, expected: EMBEDDED_VERSION });
  if (error instanceof ServerTooOld) return refusal('server-too-old', { found: error.found });
  if (error instanceof ServerEncoding) return refusal('server-encoding', { found: error.found });
  if (error instanceof DatabaseNewer)
    return refusal('database-newer', { migrations: error.unknown.join(', ') });
  return (
    ofAddress(error as SystemError, settings) ??
    ofDisk(error as SystemError) ??
    (settings.databaseUrl === null ? null : ofServer(error as SystemError))
  );
}

type SystemError = NodeJS.ErrnoException & {
  readonly hostname?: string;
  /** Of a socket that could not be reached. */
  readonly address?: string;
};

/** HOST and PORT. */
function ofAddress({ code = '', syscall, hostname }: SystemError, { host, port }: Settings): Refusal | null {
  if (code === 'EADDRINUSE') return refusal('address-taken', { host, port });
  if (syscall === 'listen' && code === 'EACCES') return refusal('address-forbidden', { port });
  if (syscall === 'listen' || (syscall === 'getaddrinfo' && hostname === host))
    return refusal('address-foreign', { host, port, why: code });
  return null;
}

/** 53100 is PostgreSQL's "disk full"; a folder that cannot be made has ENOENT on some systems. */
function ofDisk({ code = '', syscall, path, address }: SystemError): Refusal | null {
  if (['ENOSPC', 'EDQUOT', '53100'].includes(code)) return refusal('disk-full');
  const unwritable = ['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR', 'EISDIR'].includes(code);
  // The socket of a server that another user runs.
  if (code === 'EACCES' && syscall === 'connect' && address !== undefined)
    return refusal('not-writable', { folder: address, why: code });
  if (path !== undefined && (unwritable || (code === 'ENOENT' && syscall === 'mkdir')))
    return refusal('not-writable', { folder: path, why: code });
  return null;
}

/** The server behind DATABASE_URL, by the classes of PostgreSQL's codes (appendix A of its manual). */
function ofServer({ code = '', syscall, message }: SystemError): Refusal | null {
  // pg has no code for a server that asks for a password when there is none.
  if (code.startsWith('28') || /password must be a string/u.test(message))
    return refusal('database-denied', { why: message });
  if (code === 'ERR_INVALID_URL') return refusal('database-url');
  if (code === '3D000') return refusal('database-missing', { why: message });
  if (code === '42501') return refusal('database-rights', { why: message });
  const unreachable = syscall === 'connect' || syscall === 'getaddrinfo' || /^(?:08|57P)/u.test(code);
  if (unreachable) return refusal('database-unreachable', { why: code });
  if (/does not support SSL|timeout|terminated/u.test(message))
    return refusal('database-unreachable', { why: message });
  return null;
}
