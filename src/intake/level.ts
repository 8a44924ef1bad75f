/** Names of levels as a page shows them: sentence case, singular and plural; and whether a level holds tasks. */
import { levelForms, levelWord, taskStems } from '../text/level-words.ts';
import { fold, isCapitals } from './characters.ts';
import type { Proposal, ProposedLevel } from './proposal.ts';

export interface LevelName {
  readonly singular: string;
  readonly plural: string;
}

/** Both forms of a level's name in `language`: from the table when it is known there, else as printed for both. */
export function levelName({ name, printed }: ProposedLevel, depth: number, language: string): LevelName {
  const said = [name, printed].filter((text) => text !== '');
  const keys = said.map((text) => fold(text).replace(/[\s:.]+$/u, ''));
  for (const key of keys)
    for (const [singular, plural] of levelForms[language] ?? [])
      if (key === fold(singular) || key === fold(plural))
        return { singular: sentence(singular), plural: sentence(plural) };
  if (said.length === 0) {
    const word = `${levelWord[language] ?? levelWord['en']!} ${depth + 1}`;
    return { singular: word, plural: word };
  }
  return { singular: sentence(name || printed), plural: sentence(printed || name) };
}

/** Indexes of the levels whose name says tasks and whose nodes have nothing under them. */
export function taskLevelsOf(proposal: Proposal): readonly number[] {
  const parents = new Set(proposal.nodes.map((node) => node.parentKey));
  return proposal.levels.flatMap(({ name, printed }, at) => {
    const nodes = proposal.nodes.filter((node) => node.levelIndex === at);
    const folded = fold(name || printed);
    const tasks = taskStems.some((stem) => folded.startsWith(stem));
    return tasks && nodes.length > 0 && nodes.every(({ key }) => !parents.has(key)) ? [at] : [];
  });
}

/** "CELE STRATEGICZNE" as "Cele strategiczne"; a word of another case stays but for its first letter. */
function sentence(text: string): string {
  const cased = isCapitals(text) && text.length > 3 ? text.toLowerCase() : text;
  return cased.charAt(0).toUpperCase() + cased.slice(1);
}
