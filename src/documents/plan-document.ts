/** The whole plan on paper: cover, contents, what it is, every goal with its tasks and figures, gaps, method, edition. */
import { DELIVERY_VERDICTS, type Edition, type EditionPlan } from '../edition/edition.ts';
import { formatDate } from '../text/date.ts';
import { LOCALE_TAG, type Locale } from '../text/locale.ts';
import { formatCount } from '../text/number.ts';
import { assemble } from './assemble.ts';
import { changeBlocks } from './changes.ts';
import { contactFacts, editionBlocks, gapBlocks, methodBlocks } from './closing.ts';
import {
  armsPicture,
  capital,
  contentOf,
  date,
  horizonPicture,
  measure,
  own,
  paragraph,
  passage,
  percent,
  periodLine,
  phrase,
  plain,
  word,
  type Content,
} from './content.ts';
import type { Block, Fact, Passage, Phrase, TypstDocument } from './document.ts';
import { isBare, nodeBlocks } from './goals.ts';
import { safeAddress } from './markdown.ts';

/**
 * `editions`: those of the same plan, for the list of earlier fingerprints. `permalink`: the absolute address of this
 * edition's plan, null when the installation has no public address (the document then calls itself a local copy).
 */
export function planDocument(
  edition: Edition,
  editions: readonly Edition[],
  locale: Locale,
  { permalink }: { readonly permalink: string | null },
): TypstDocument {
  const content = contentOf(edition, editions, locale);
  const top = content.children.get(null) ?? [];
  // A plan with nothing but titles has its imprint on the second page and its goals run on; else each goal opens a page.
  const roomy = !top.every((node) =>
    (content.children.get(node.id) ?? []).every((child) => isBare(content, child)),
  );
  const title = phrase(content, edition.plan.title) ?? own(content, plain(content, edition.city.name));
  return assemble(content, {
    title: title.text,
    opening: {
      kind: 'cover',
      arms: armsPicture(content),
      label: null,
      title,
      lead: phrase(content, edition.plan.summary),
      horizon: horizonPicture(content, 620),
      period: periodLine(content),
    },
    contents: { title: word(content, content.t.contents), depth: roomy ? 2 : 1 },
    blocks: [
      ...aboutBlocks(content, roomy),
      ...(roomy
        ? []
        : [
            ...gapBlocks(content, edition.gaps, 2),
            ...editionBlocks(content, 2, permalink, true),
            ...contactBlocks(content),
          ]),
      ...top.flatMap((node, i) => nodeBlocks(content, node, 1, roomy || i === 0)),
      ...changeBlocks(content, 1, true),
      ...(roomy ? gapBlocks(content, edition.gaps, 1) : []),
      ...methodBlocks(content, 1),
      ...(roomy ? [...editionBlocks(content, 1, permalink, true), ...contactBlocks(content)] : []),
    ],
  });
}

function aboutBlocks(content: Content, newPage: boolean): Block[] {
  const { edition, t, words } = content;
  const { plan } = edition;
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: word(content, t.about), newPage }];
  const vision = passage(content, plan.vision);
  const mission = passage(content, plan.mission);
  if (vision)
    blocks.push({
      kind: 'statement',
      label: word(content, words.vision),
      level: 2,
      large: true,
      passage: vision,
    });
  if (mission)
    blocks.push({
      kind: 'statement',
      label: word(content, words.mission),
      level: 2,
      large: true,
      passage: mission,
    });
  const note = passage(content, edition.note);
  if (note)
    blocks.push({ kind: 'statement', label: word(content, t.note), level: 2, large: false, passage: note });
  blocks.push(
    {
      kind: 'questions',
      measure: measure(content, null),
      working: { question: word(content, words.askResults), say: word(content, words.notMeasured) },
    },
    ...countBlocks(content),
    { kind: 'facts', items: planFacts(content) },
  );
  return blocks;
}

function countBlocks(content: Content): Block[] {
  const { countsByVerdict } = content.edition.results.delivery.plan;
  const items = DELIVERY_VERDICTS.filter(
    (verdict) => verdict !== 'no-tasks' && countsByVerdict[verdict] > 0,
  ).map((verdict) => ({
    mark: verdict,
    word: word(content, content.words.verdict[verdict]),
    count: String(countsByVerdict[verdict]),
  }));
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: word(content, content.t.byState), newPage: false },
    { kind: 'counts', items },
    { kind: 'prose', size: 'small', passage: silentLine(content) },
  ];
}

function silentLine(content: Content): Passage {
  const d = content.edition.results.delivery.plan;
  return paragraph(content, content.t.silentTasks(d.countedTasks - d.reportedTasks));
}

function planFacts(content: Content): Fact[] {
  const { edition, t, words } = content;
  const { plan } = edition;
  const facts: Fact[] = [];
  const add = (term: string, ...values: (Phrase | null)[]): void => {
    const given = values.filter((v) => v !== null);
    if (given.length > 0) facts.push({ term: word(content, term), values: given });
  };
  const values = plan.values.map((v) => phrase(content, v)).filter((v) => v !== null);
  if (values.length > 0) add(words.values, ...values);
  add(t.whatIsInside, own(content, insideLine(content)));
  add(t.periodTerm, own(content, horizonLine(content, plan.horizon)));
  add(t.state, own(content, words.state[plan.state]));
  if (plan.act) {
    const by = t.actBy(
      plan.act.number,
      formatDate(plan.act.on, content.locale),
      plain(content, plan.act.body),
    );
    add(
      t.act,
      own(content, by, plan.act.address === null ? undefined : (safeAddress(plan.act.address) ?? undefined)),
      phrase(content, plan.act.title),
    );
  }
  if (plan.source) {
    const { address, title, retrievedOn } = plan.source;
    const link = address === null ? undefined : (safeAddress(address) ?? undefined);
    const name = phrase(content, title);
    add(
      t.source,
      name && link !== undefined ? { ...name, to: link } : name,
      address === null ? null : own(content, address, link),
      retrievedOn === null ? null : own(content, t.retrieved(date(content, retrievedOn))),
    );
  }
  if (plan.reporting.frequency !== null)
    add(
      t.reporting,
      own(content, t.frequency[plan.reporting.frequency]),
      plan.reporting.nextReportOn === null
        ? null
        : own(content, t.nextReport(date(content, plan.reporting.nextReportOn))),
    );
  const elapsed = content.edition.results.delivery.plan.coveragePercent;
  if (elapsed !== null) add(t.coverage, own(content, percent(content, elapsed)));
  return facts;
}

/** `Cele strategiczne: 5, cele operacyjne: 31, 130 zadań`: a city gives its levels in singular and plural only. */
function insideLine(content: Content): string {
  const { edition, words, locale } = content;
  const levels = edition.levels.flatMap((level, i) => {
    const count = edition.nodes.filter((n) => n.level === i).length;
    const name = plain(content, count === 1 ? level.singular : level.plural);
    return count === 0
      ? []
      : [`${name.toLocaleLowerCase(LOCALE_TAG[locale])}: ${formatCount(count, locale)}`];
  });
  if (edition.tasks.length > 0) levels.push(words.countTasks(edition.tasks.length));
  return capital(levels.join(', '));
}

function horizonLine(content: Content, { startOn, endOn }: EditionPlan['horizon']): string {
  return startOn === null
    ? content.t.until(date(content, endOn))
    : content.t.periodFrom(date(content, startOn), date(content, endOn));
}

function contactBlocks(content: Content): Block[] {
  const items = contactFacts(content);
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: word(content, content.t.contact), newPage: false },
    { kind: 'facts', items },
  ];
}
