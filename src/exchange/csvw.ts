/** CSV on the Web metadata (W3C Recommendation "Metadata Vocabulary for Tabular Data") of the table that `csv` writes. */
import type { Edition } from '../edition/edition.ts';
import { columnMessages } from '../text/columns.ts';
import { LOCALES } from '../text/locale.ts';
import { columns, type ColumnType, type Separator } from './csv.ts';

const DATATYPE: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  decimal: 'decimal',
  date: 'date',
  boolean: 'boolean',
  address: 'anyURI',
};

/** `url` is the address of the CSV, absolute or relative to the metadata. */
export function csvwJson(
  edition: Edition,
  options: { readonly url: string; readonly separator: Separator },
): string {
  const words = LOCALES.map((locale) => [locale, columnMessages(locale)] as const);
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': edition.city.languages[0] ?? 'pl' }],
    url: options.url,
    'dc:title': Object.entries(edition.plan.title).map(([lang, title]) => ({
      '@value': title,
      '@language': lang,
    })),
    'dc:issued': { '@value': edition.publishedAt, '@type': 'xsd:dateTime' },
    'dc:identifier': `sha256:${edition.hash}`,
    ...(edition.plan.licence === null
      ? {}
      : { 'dc:license': { '@id': licenceAddress(edition.plan.licence) } }),
    dialect: {
      encoding: 'utf-8',
      delimiter: options.separator,
      lineTerminators: ['\r\n'],
      quoteChar: '"',
      doubleQuote: true,
      header: true,
    },
    tableSchema: {
      primaryKey: 'id',
      columns: columns(edition).map(({ header, name, type, lang }) => ({
        name: header,
        titles: header,
        datatype: DATATYPE[type],
        lang: lang ?? undefined,
        'dc:description': words.map(([locale, text]) => ({ '@value': text[name], '@language': locale })),
      })),
    },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

/** An SPDX id becomes its page; an address stays. */
export function licenceAddress(licence: string): string {
  return /^https?:/.test(licence) ? licence : `https://spdx.org/licenses/${encodeURIComponent(licence)}`;
}
