/** Words of `verify`: its help and what it says. */

import { plurals } from './locale.ts';
import type { Locale } from './locale.ts';

const p = plurals('pl');
const e = plurals('en');

const pl = {
  help: `Użycie: npx horyzont verify FOLDER|ADRES [--render]
        npx horyzont verify --audit

Sprawdza łańcuch wydań, skróty i każdy plik z manifestu. Kod 3, gdy coś się nie zgadza.
Z --audit sprawdza dziennik tej instalacji: każdy wpis zawiera skrót poprzedniego.

  --render                 zrób strony jeszcze raz i porównaj, gdy wersja programu jest ta sama

Przykłady:
  npx horyzont verify ./portal --render
  npx horyzont verify https://strategia.example
`,
  chain: (plan: string, n: number, head: string) =>
    `${plan}: ${p(n, { one: '# wydanie', few: '# wydania', many: '# wydań', other: '# wydania' })}, łańcuch cały, ostatnie sha256 ${head}`,
  files: (n: number) =>
    `${p(n, { one: '# plik zgadza', few: '# pliki zgadzają', many: '# plików zgadza', other: '# pliku zgadza' })} się ze spisem manifest.json`,
  filesWrong: (n: number) =>
    `Sprawdzono ${p(n, { one: '# plik', few: '# pliki', many: '# plików', other: '# pliku' })} ze spisem manifest.json`,
  noManifest: 'Pod tym adresem nie ma spisu manifest.json (to działający serwer): sprawdzono same wydania.',
  editionsOnly: 'Nie ma spisu manifest.json, jest tylko folder edition/: sprawdzono same wydania.',
  notRendered: 'Stron nie narysowano ponownie: najpierw muszą się zgadzać wydania, z których powstają.',
  rendered: (n: number) =>
    `${p(n, { one: '# strona narysowana', few: '# strony narysowane', many: '# stron narysowanych', other: '# strony narysowanej' })} ponownie z wydań, bajt w bajt`,
  otherVersion: (theirs: string, own: string) =>
    `Stron nie narysowano ponownie: eksport jest z wersji ${theirs}, a to jest wersja ${own}.`,
  good: 'Wszystko jest takie, jak opublikowano.',
  bad: (n: number) =>
    `${p(n, { one: '# rzecz nie zgadza', few: '# rzeczy nie zgadzają', many: '# rzeczy nie zgadza', other: '# rzeczy nie zgadza' })} się:`,
  unreachable: (place: string, why: string) => `Nie udało się odczytać ${place}: ${why}`,
  noFolder: (place: string) => `Nie ma folderu ${place}.`,
  auditOf: (city: string | null) => city ?? 'cała instalacja',
  auditWhole: (chain: string, n: number, head: string | null) =>
    n === 0
      ? `${chain}: dziennik bez wpisów`
      : `${chain}: dziennik cały, ${p(n, { one: '# wpis', few: '# wpisy', many: '# wpisów', other: '# wpisu' })}, ostatni sha256 ${head}`,
  auditBroken: (chain: string, number: number, why: string, entry: string) =>
    `${chain}: łańcuch dziennika jest przerwany na wpisie ${number}: ${why}${entry ? ` (${entry})` : ''}`,
  auditWhy: {
    missing: 'wpisu brakuje',
    previous: 'wpis nie wynika z poprzedniego',
    hash: 'wpis zmieniono',
  },
  auditGood: 'Dziennik jest taki, jak go zapisano.',
  finding: {
    'no-editions': 'nie ma żadnego wydania',
    'file-changed': 'plik zmieniono',
    'file-missing': 'pliku brakuje',
    'file-unknown': 'pliku nie ma w spisie',
    'manifest-changed': 'spis zmieniono',
    'render-differs': 'narysowana ponownie strona jest inna',
    'edition-unreadable': 'wydania nie da się odczytać',
    'list-unreadable': 'spisu wydań nie da się odczytać',
    chain: 'łańcuch wydań jest przerwany',
  },
};

export type VerifyWords = typeof pl;

const en: VerifyWords = {
  help: `Usage: npx horyzont verify FOLDER|ADDRESS [--render]
       npx horyzont verify --audit

Checks the chain of editions, the hashes and every file of the manifest. Exit code 3 when something differs.
With --audit it checks this installation's audit log: each entry holds the hash of the one before.

  --render                 render the pages again and compare, when the program's version is the same

Examples:
  npx horyzont verify ./portal --render
  npx horyzont verify https://strategy.example
`,
  chain: (plan, n, head) =>
    `${plan}: ${e(n, { one: '# edition', other: '# editions' })}, chain whole, newest sha256 ${head}`,
  files: (n) => `${e(n, { one: '# file agrees', other: '# files agree' })} with manifest.json`,
  filesWrong: (n) => `Held ${e(n, { one: '# file', other: '# files' })} against manifest.json`,
  noManifest:
    'There is no manifest.json at this address (it is a running server): only the editions were checked.',
  editionsOnly: 'There is no manifest.json, only edition/: the editions alone were checked.',
  notRendered: 'Pages were not rendered again: first the editions that they are made from must agree.',
  rendered: (n) =>
    `${e(n, { one: '# page', other: '# pages' })} rendered again from the editions, byte for byte`,
  otherVersion: (theirs, own) =>
    `Pages were not rendered again: the export is of version ${theirs}, this is version ${own}.`,
  good: 'Everything is as it was published.',
  bad: (n) => `${e(n, { one: '# thing does', other: '# things do' })} not agree:`,
  unreachable: (place, why) => `Could not read ${place}: ${why}`,
  noFolder: (place) => `There is no folder ${place}.`,
  auditOf: (city) => city ?? 'the whole installation',
  auditWhole: (chain, n, head) =>
    n === 0
      ? `${chain}: audit log without entries`
      : `${chain}: audit log whole, ${e(n, { one: '# entry', other: '# entries' })}, newest sha256 ${head}`,
  auditBroken: (chain, number, why, entry) =>
    `${chain}: the audit log's chain breaks at entry ${number}: ${why}${entry ? ` (${entry})` : ''}`,
  auditWhy: {
    missing: 'the entry is missing',
    previous: 'the entry does not follow from the one before',
    hash: 'the entry was changed',
  },
  auditGood: 'The audit log is as it was written.',
  finding: {
    'no-editions': 'there is no edition',
    'file-changed': 'the file was changed',
    'file-missing': 'the file is missing',
    'file-unknown': 'the file is not in the manifest',
    'manifest-changed': 'the manifest was changed',
    'render-differs': 'the page rendered again is different',
    'edition-unreadable': 'the edition cannot be read',
    'list-unreadable': 'the list of editions cannot be read',
    chain: 'the chain of editions is broken',
  },
};

export function verifyWords(locale: Locale): VerifyWords {
  return { pl, en }[locale];
}
