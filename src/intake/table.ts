/** Tables: which columns are levels, and the items that their cells become. */
import { readCaption } from './caption.ts';
import { fold } from './characters.ts';
import { codeAbove, codeKey } from './code.ts';
import type { Reading } from './item.ts';
import type { LabelFamily } from './label.ts';
import type { Context, Item } from './tree.ts';
import { isUnitHeader } from './words.ts';

/** What a table needs of the tree that it grows on. */
export interface Trunk {
  readonly labels: ReadonlyMap<string, LabelFamily>;
  /** Codes as printed that others of the document stand under. */
  readonly stems: ReadonlySet<string>;
  /** Items by the values of their codes. */
  readonly byKey: Map<string, Item>;
  /** The item read last and what it stands under, from the root. */
  path(): readonly Item[];
  /** Places an item by its label and code, as outside tables. */
  place(reading: Reading): void;
  /** A new item of a column. */
  cell(reading: Reading, family: string, parent: Item | undefined, header: Context): Item;
}

export class Table {
  private readonly trunk: Trunk;
  private columns: (Item | undefined)[] = [];
  private kinds: (Context | undefined)[] = [];
  private names: string[] = [];
  /** A column of years or units: a table of figures. */
  private figures = false;
  private lastRow = -1;
  /** A cell with nothing but a code: the next cell may be its title. */
  private code: Reading | undefined;
  private readonly known = new Map<string, Item>();
  private readonly byCode = new Map<string, Item>();

  constructor(trunk: Trunk) {
    this.trunk = trunk;
  }

  /** What follows is no cell: the next cell begins another table. */
  leave(): void {
    this.columns = [];
  }

  read(reading: Reading): void {
    const { block } = reading.line;
    const at = block.columnIndex ?? 0;
    if (block.column === '' && this.lastRow !== reading.from) this.begin();
    if (block.column === '' && reading.kind !== 'labelled' && reading.kind !== 'bare') {
      this.readHeader(reading, at);
      return;
    }
    if (this.lastRow !== reading.from || this.lastRow < 0) this.nameGroupingColumns(reading);
    this.lastRow = reading.from;
    if (this.refers(reading, at)) return;
    if (reading.kind === 'labelled') {
      this.trunk.place(reading);
      this.columns[at] = this.trunk.path().at(-1);
      return;
    }
    const header = this.headerOf(reading, at);
    if (header?.kind !== 'goals' && reading.kind === 'bare' && reading.title === '' && block.column !== '') {
      this.code = reading;
      return;
    }
    // In a table of figures only what has a code is a goal.
    const figures = this.figures && reading.kind !== 'bare' && this.code?.from !== reading.from;
    if (block.text.length > 400 || figures) return;
    if (header?.kind === 'goals') this.readGoal(reading, at, header);
    else if (header?.kind !== 'beside') this.readOther(reading, at);
  }

  private begin(): void {
    this.kinds = [];
    this.names = [];
    this.columns = [];
    this.figures = false;
    this.byCode.clear();
  }

  private readHeader(reading: Reading, at: number): void {
    const { text } = reading.line.block;
    const caption = readCaption(text, this.trunk.labels);
    this.lastRow = reading.from;
    if (caption)
      this.kinds[at] = {
        kind: caption.kind,
        name: caption.name,
        line: reading.from,
        sentence: false,
        owner: this.trunk.path().at(-1),
      };
    this.names[at] = text;
    if (isYear(text) || isUnitHeader(text)) this.figures = true;
  }

  /** A cell that holds nothing but the code, or the label and code, of a goal that the document has already: a reference in a cross-table. */
  private refers(reading: Reading, at: number): boolean {
    if (reading.title !== '' || reading.line.block.column === '' || reading.parts.length === 0) return false;
    const goals = this.kinds[at]?.kind === 'goals';
    if (reading.kind === 'labelled') return !goals;
    const known = goals ? this.trunk.byKey.get(codeKey(reading.parts)) : undefined;
    if (
      !known ||
      known.reading.kind !== 'labelled' ||
      known.reading.code !== reading.code ||
      known.title === ''
    )
      return false;
    this.columns[at] = known;
    this.columns.length = at + 1;
    return true;
  }

  /** Codes with others below them make their column a level, whatever it is called. */
  private headerOf(reading: Reading, at: number): Context | undefined {
    const header = this.kinds[at];
    if (
      header?.kind === 'goals' ||
      reading.kind !== 'bare' ||
      reading.title === '' ||
      !this.trunk.stems.has(reading.code)
    )
      return header;
    if (!this.kinds.some((one) => one?.kind === 'goals')) return header;
    const named: Context = {
      kind: 'goals',
      name: this.names[at] ?? '',
      line: reading.from,
      sentence: false,
      owner: this.trunk.path().at(-1),
    };
    this.kinds[at] = named;
    return named;
  }

  private readOther(reading: Reading, at: number): void {
    const code = this.code;
    // A column of codes: the cell after it is the title, whatever its column is called.
    if (
      code &&
      code.from === reading.from &&
      code.line.block.columnIndex === at - 1 &&
      reading.kind !== 'bare' &&
      code.parts.length > 1
    ) {
      this.trunk.place({
        ...reading,
        kind: 'bare',
        family: code.family,
        parts: code.parts,
        code: code.code,
        title: reading.line.block.text,
        joined: [...reading.joined, code.index],
      });
      this.code = undefined;
    } else if (reading.kind === 'bare' && reading.parts.length > 1 && reading.title !== '')
      this.trunk.place(reading);
  }

  private readGoal(cell: Reading, at: number, header: Context): void {
    const family = `column ${at} ${fold(header.name)}`;
    const current = this.columns[at];
    const code =
      cell.kind !== 'bare' && this.code?.from === cell.from && this.code.line.block.columnIndex === at - 1
        ? this.code
        : undefined;
    const reading = code
      ? { ...cell, parts: code.parts, code: code.code, joined: [...cell.joined, code.index] }
      : cell;
    const title = reading.kind === 'bare' ? reading.title : reading.line.block.text;
    if (current && current.title === title && codeKey(current.parts) === codeKey(reading.parts)) return;
    const parent = this.parentOf(reading, at, header);
    const key = `${family}|${parent ? parent.key + parent.title : ''}|${codeKey(reading.parts)}|${fold(title)}`;
    let item = this.known.get(key);
    if (!item) {
      item = this.trunk.cell({ ...reading, title, kind: 'cell' }, family, parent, header);
      if (item.key !== '') this.trunk.byKey.set(item.key, item);
      if (reading.code !== '') this.byCode.set(reading.code, item);
      this.known.set(key, item);
    }
    this.columns[at] = item;
    this.columns.length = at + 1;
  }

  /** The prefix of the code in this table, else the nearest cell to the left, else what the table stands under. */
  private parentOf(reading: Reading, at: number, header: Context): Item | undefined {
    const above = this.byCode.get(codeAbove(reading.code));
    if (above) return above;
    if (reading.parts.length > 1 && at === 0) {
      const known = this.trunk.byKey.get(codeKey(reading.parts.slice(0, -1)));
      if (known) return known;
    }
    for (let left = at - 1; left >= 0; left--) if (this.columns[left]) return this.columns[left];
    const owner = header.owner;
    return owner && (owner.reading.kind === 'heading' || this.trunk.path().includes(owner))
      ? owner
      : undefined;
  }

  /** Columns with a header to the left of the first level column group its rows: they are levels too. */
  private nameGroupingColumns(reading: Reading): void {
    const first = this.kinds.findIndex((one) => one?.kind === 'goals');
    for (let left = 0; left < first; left++) {
      const name = this.names[left];
      if (this.kinds[left] || !name || name.length < 4 || name.length > 40) continue;
      this.kinds[left] = {
        kind: 'goals',
        name,
        line: reading.from,
        sentence: false,
        owner: this.trunk.path().at(-1),
      };
    }
  }
}

function isYear(text: string): boolean {
  return text.length === 4 && Number(text) >= 1990 && Number(text) <= 2100;
}
