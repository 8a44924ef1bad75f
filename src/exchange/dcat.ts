/** A plan's data as a DCAT-AP catalogue record in JSON-LD (domain facts 2.5: the minimum a harvester needs). */
import type { Edition, Texts } from '../edition/edition.ts';
import { licenceAddress } from './csvw.ts';

export interface Distribution {
  readonly title: Texts;
  /** Absolute, or a path when the installation has no origin. */
  readonly address: string;
  readonly mediaType: string;
  /** Address of the document that says what the file holds: a schema or CSVW metadata. */
  readonly conformsTo: string | null;
  /** SHA-256 of the bytes in hexadecimal, when it is known. */
  readonly hash: string | null;
}

export interface DcatOptions {
  /** Page of the data, for people. */
  readonly landingPage: string;
  readonly distributions: readonly Distribution[];
  /** Who publishes it when the city does not; null: the city. */
  readonly publisher: Texts | null;
  /** The day on which the plan's first edition was published, `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly title: Texts;
  readonly description: Texts;
}

const FREQUENCY: Readonly<Record<string, string>> = {
  monthly: 'MONTHLY',
  quarterly: 'QUARTERLY',
  'half-yearly': 'ANNUAL_2',
  yearly: 'ANNUAL',
};
const AUTHORITY = 'http://publications.europa.eu/resource/authority';

/** One catalogue with one dataset. A city without a contact gets none invented. */
export function dcatJson(edition: Edition, options: DcatOptions): string {
  const { city, plan } = edition;
  const publisher =
    options.publisher === null
      ? { '@type': 'foaf:Agent', '@id': `urn:uuid:${city.id}`, 'foaf:name': texts(city.name) }
      : { '@type': 'foaf:Agent', 'foaf:name': texts(options.publisher) };
  const contact = city.contacts.find((one) => one.kind === 'strategy') ?? city.contacts[0];
  const dataset = {
    '@type': 'dcat:Dataset',
    '@id': `urn:uuid:${plan.id}`,
    'dct:identifier': plan.id,
    'dct:title': texts(options.title),
    'dct:description': texts(options.description),
    'dct:publisher': publisher,
    'dct:issued': { '@value': options.issuedOn, '@type': 'xsd:date' },
    'dct:modified': { '@value': edition.publishedAt, '@type': 'xsd:dateTime' },
    'dct:language': city.languages,
    'dcat:theme': [{ '@id': `${AUTHORITY}/data-theme/GOVE` }, { '@id': `${AUTHORITY}/data-theme/REGI` }],
    'dcat:keyword': keywords(edition),
    'dcat:version': String(edition.number),
    'dcat:landingPage': { '@id': options.landingPage },
    ...(plan.reporting.frequency === null
      ? {}
      : {
          'dct:accrualPeriodicity': {
            '@id': `${AUTHORITY}/frequency/${FREQUENCY[plan.reporting.frequency]}`,
          },
        }),
    ...(contact?.email
      ? {
          'dcat:contactPoint': {
            '@type': 'vcard:Organization',
            'vcard:fn': texts(contact.name),
            'vcard:hasEmail': { '@id': `mailto:${contact.email}` },
          },
        }
      : {}),
    'dcat:distribution': options.distributions.map((one) => ({
      '@type': 'dcat:Distribution',
      'dct:title': texts(one.title),
      'dcat:accessURL': { '@id': one.address },
      'dcat:downloadURL': { '@id': one.address },
      'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${one.mediaType}` },
      ...(plan.licence === null ? {} : { 'dct:license': { '@id': licenceAddress(plan.licence) } }),
      ...(one.conformsTo === null ? {} : { 'dct:conformsTo': { '@id': one.conformsTo } }),
      ...(one.hash === null
        ? {}
        : {
            'spdx:checksum': {
              '@type': 'spdx:Checksum',
              'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
              'spdx:checksumValue': one.hash,
            },
          }),
    })),
  };
  const catalogue = {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      spdx: 'http://spdx.org/rdf/terms#',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@type': 'dcat:Catalog',
    '@id': options.landingPage,
    'dct:title': texts(options.title),
    'dct:description': texts(options.description),
    'dct:publisher': publisher,
    'dcat:dataset': [dataset],
  };
  return `${JSON.stringify(catalogue, null, 2)}\n`;
}

function texts(value: Texts): readonly unknown[] {
  return Object.entries(value).map(([lang, text]) => ({ '@value': text, '@language': lang }));
}

/** The names of the plan's areas and its top goals: words the city itself chose. */
function keywords({ groupings, nodes }: Edition): readonly unknown[] {
  const names = [
    ...groupings.flatMap(({ groups }) => groups.map(({ name }) => name)),
    ...nodes.filter((node) => node.parentId === null).map((node) => node.title),
  ];
  return names.flatMap((name) => (name ? texts(name) : []));
}
