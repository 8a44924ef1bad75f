/** The fields that a person sent, read once at the door. */

/** Longest single text field that is taken, in UTF-16 units. */
export const MAX_FIELD = 200_000;

export class Form {
  private readonly data: FormData;

  constructor(data: FormData = new FormData()) {
    this.data = data;
  }

  /** The field's text in NFC, trimmed, without control characters but line ends; '' when it was not sent. */
  text(name: string): string {
    const value = this.data.get(name);
    return typeof value === 'string' ? cleaned(value).trim() : '';
  }

  /** As typed, for passwords. */
  raw(name: string): string {
    const value = this.data.get(name);
    return typeof value === 'string' ? value.slice(0, MAX_FIELD) : '';
  }

  /** Every value of the field, as `text` gives one. */
  all(name: string): readonly string[] {
    return this.data.getAll(name).flatMap((v) => (typeof v === 'string' ? [cleaned(v).trim()] : []));
  }

  has(name: string): boolean {
    return this.data.has(name);
  }

  file(name: string): File | null {
    const value = this.data.get(name);
    return value instanceof File && value.size > 0 ? value : null;
  }

  /** Names that were sent, each once. */
  names(): readonly string[] {
    return [...new Set(this.data.keys())];
  }
}

function cleaned(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  return text
    .slice(0, MAX_FIELD)
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '');
}
