/** Versions of PostgreSQL that cannot be used, told apart so that a person can be told what to do. */

/** The PostgreSQL version inside the pinned PGlite. A folder of another one cannot be read. */
export const EMBEDDED_VERSION = '18';

/** Thrown when the folder was made by another PostgreSQL version. */
export class FolderVersion extends Error {
  readonly found: string;
  constructor(folder: string, found: string) {
    super(`${folder} holds PostgreSQL ${found}, this program reads ${EMBEDDED_VERSION}`);
    this.name = 'FolderVersion';
    this.found = found;
  }
}

/** Thrown when the server is older than PostgreSQL 14. */
export class ServerTooOld extends Error {
  readonly found: string;
  constructor(found: string) {
    super(`PostgreSQL ${found} is too old, 14 or newer is needed`);
    this.name = 'ServerTooOld';
    this.found = found;
  }
}

/** Thrown when the server keeps text in another encoding than UTF-8: editions would not come back byte for byte. */
export class ServerEncoding extends Error {
  readonly found: string;
  constructor(found: string) {
    super(`the database has the encoding ${found}, UTF8 is needed`);
    this.name = 'ServerEncoding';
    this.found = found;
  }
}
