/** `doctor`: checks the installation, one line a check, with what to do about each remark. Changes nothing. */

import { existsSync } from 'node:fs';
import { access, constants, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inspectOnce } from '../acts/desk.ts';
import type { Inspection } from '../acts/inspect.ts';
import { instant, systemClock } from '../system/clock.ts';
import { doctorWords } from '../text/command-doctor.ts';
import type { Context } from './context.ts';
import { deskPlace, EXIT, readArguments, refusalText } from './context.ts';
import { refusalOf } from './refusals.ts';

export interface Finding {
  readonly state: 'good' | 'warning' | 'bad';
  readonly text: string;
  readonly toDo: string | null;
}

export async function run(args: readonly string[], context: Context): Promise<number> {
  readArguments(args, [], {}, context.messages);
  const words = doctorWords(context.locale);
  const findings = [
    ...programFindings(context),
    ...(await folderFindings(context)),
    ...(await databaseFindings(context)),
  ];
  for (const { state, text, toDo } of findings) {
    context.out(`${words[state].padEnd(7)} ${text}`);
    if (toDo !== null) context.out(`${' '.repeat(8)}${words.toDo(toDo)}`);
  }
  const bad = findings.filter(({ state }) => state === 'bad').length;
  context.out('');
  context.out(bad === 0 ? words.summaryGood : words.summaryBad(bad));
  return bad === 0 ? EXIT.done : EXIT.refused;
}

function programFindings({ locale, settings, root, productVersion }: Context): readonly Finding[] {
  const words = doctorWords(locale);
  const node = process.versions.node;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const needed = ['dist/current/assets/manifest.json', 'dist/current/server/horyzont.js', 'assets/fonts'];
  const missing = needed.filter((path) => !existsSync(join(root, path)));
  return [
    good(words.version(productVersion)),
    Number(node.split('.')[0]) >= 24 ? good(words.node(node)) : bad(words.node(node), words.nodeDo),
    good(words.settings),
    settings.origin === null
      ? { state: 'warning', text: words.originMissing, toDo: words.originDo }
      : good(words.origin(settings.origin)),
    missing.length === 0 ? good(words.built) : bad(words.builtMissing(missing.join(', ')), words.builtDo),
    knowsZones() ? good(words.clock(instant(systemClock), zone)) : bad(words.zonesBad, words.nodeDo),
  ];
}

/** Whether the data folder, or the one it would be made in, can be written to. */
async function folderFindings({ locale, settings }: Context): Promise<readonly Finding[]> {
  const words = doctorWords(locale);
  const folder = settings.dataFolder;
  try {
    if (existsSync(folder)) {
      const probe = join(folder, `.doctor-${process.pid}`);
      await writeFile(probe, '');
      await rm(probe);
    } else {
      let above = dirname(folder);
      while (!existsSync(above)) above = dirname(above);
      await access(above, constants.W_OK);
    }
    return [good(words.folder(folder))];
  } catch (error) {
    return [
      bad(words.folderBad(folder, (error as NodeJS.ErrnoException).code ?? String(error)), words.folderDo),
    ];
  }
}

async function databaseFindings(context: Context): Promise<readonly Finding[]> {
  const words = doctorWords(context.locale);
  try {
    const seen = await inspectOnce(deskPlace(context));
    if (!seen) return [good(words.databaseAbsent)];
    return [
      ...(seen.throughServer ? [good(words.running)] : []),
      ...inspectionFindings(seen.inspection, context),
    ];
  } catch (error) {
    const known = refusalOf(error, context.settings);
    const why = known ? refusalText(known, context.locale) : (error as Error).message || String(error);
    return [bad(words.databaseBad(why), words.databaseDo)];
  }
}

function inspectionFindings(seen: Inspection, { locale }: Context): readonly Finding[] {
  const words = doctorWords(locale);
  const found: Finding[] = [good(words.database(seen.version))];
  if (seen.missingMigrations.length > 0)
    return [
      ...found,
      {
        state: 'warning',
        text: words.migrationsMissing(seen.missingMigrations.join(', ')),
        toDo: words.migrationsDo,
      },
    ];
  found.push(good(words.migrations));
  if (seen.chains.length === 0) found.push(good(words.noEditions));
  for (const { plan, editions, wrong } of seen.chains)
    found.push(
      wrong
        ? bad(words.chainBad(plan, wrong.number, wrong.code), words.chainDo)
        : good(words.chain(plan, editions)),
    );
  for (const path of seen.filesWrong) found.push(bad(words.filesBad(path), words.filesDo));
  for (const path of seen.filesForeign) found.push(bad(words.filesForeign(path), words.filesForeignDo));
  if (seen.filesWrong.length + seen.filesForeign.length === 0 && seen.chains.length > 0)
    found.push(good(words.files(seen.chains.reduce((sum, { editions }) => sum + editions, 0))));
  const now = instant(systemClock);
  if (seen.newestPublishedAt !== null && now < seen.newestPublishedAt)
    found.push({ state: 'warning', text: words.clockBad(now, seen.newestPublishedAt), toDo: words.clockDo });
  return found;
}

function good(text: string): Finding {
  return { state: 'good', text, toDo: null };
}

function bad(text: string, toDo: string): Finding {
  return { state: 'bad', text, toDo };
}

function knowsZones(): boolean {
  const winter = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Warsaw',
    hour: '2-digit',
    hour12: false,
  });
  return winter.format(new Date('2026-01-01T00:00:00Z')) === '01';
}
