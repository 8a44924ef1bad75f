import type { OperationalSource, StrategicSource, TaskSource } from './content.ts';

/**
 * The strategy as it stood before the decisions of the third edition: the tram still due in 2027, help in a
 * mental health crisis still the schools' goal, the Mill still whole. Reports of each quarter stand with the
 * tasks and need no change here.
 */
export function beforeSeptember(sources: readonly StrategicSource[]): readonly StrategicSource[] {
  return alter(
    moved(sources, 'mental-health', 'learning', 4),
    {
      tram: (goal) => ({
        ...goal,
        to: '2027-12',
        pl: {
          ...goal.pl,
          text: 'Na Skarpie mieszka 19 tysięcy osób i każdego ranka stoją na jednym moście. Cztery kilometry torów dowiozą je do śródmieścia w czternaście minut.',
        },
        en: {
          ...goal.en,
          text: 'Nineteen thousand people live in Skarpa and each morning they stand on one bridge. Four kilometres of track will take them to the centre in fourteen minutes.',
        },
      }),
      'mental-health': (goal) => ({
        ...goal,
        units: ['education', 'health'],
        pl: {
          ...goal.pl,
          text: 'Na wizytę u psychiatry dziecięcego czeka się u nas cztery miesiące. Zaczynamy od szkół, bo tam kryzys widać najwcześniej.',
        },
        en: {
          ...goal.en,
          text: 'A child waits four months here to see a psychiatrist. We begin with schools, where a crisis shows first.',
        },
      }),
      'mill-zone': (goal) => ({
        ...goal,
        pl: {
          ...goal.pl,
          text: 'Stary młyn zbożowy i siedem hektarów przy bocznicy staną się dzielnicą małych firm i pracowni.',
          result: 'Sześćdziesiąt firm i pracowni między młynem a torami.',
        },
        en: {
          ...goal.en,
          text: 'The old grain mill and seven hectares beside its siding will become a quarter of small firms and studios.',
          result: 'Sixty firms and studios between the mill and the tracks.',
        },
      }),
    },
    {
      'tram-track': (task) => ({ ...task, to: '2027-12' }),
      'tram-bus-network': (task) => ({ ...task, to: '2027-10' }),
      'bike-along-tram': (task) => ({ ...task, to: '2027-12' }),
    },
  );
}

/** Before the decisions of the second edition as well: the strategy of spring 2026. */
export function beforeJune(sources: readonly StrategicSource[]): readonly StrategicSource[] {
  return alter(
    without(beforeSeptember(sources), 'region'),
    {
      'young-jobs': (goal) => ({
        ...goal,
        pl: { ...goal.pl, title: 'Aktywizacja zawodowa absolwentów' },
        en: { ...goal.en, title: 'Professional activation of graduates' },
      }),
    },
    {
      pool: (task) => ({ ...task, to: '2026-08' }),
      'report-app': (task) => ({ ...task, units: ['streets', 'digital'] }),
    },
  );
}

type Change<T> = Readonly<Record<string, (item: T) => T>>;

/** Changes goals and tasks by key; a key that is not there is an error, so that no change gets lost. */
function alter(
  sources: readonly StrategicSource[],
  goals: Change<OperationalSource>,
  tasks: Change<TaskSource>,
): readonly StrategicSource[] {
  const open = new Set([...Object.keys(goals), ...Object.keys(tasks)]);
  const apply = <T extends { readonly key: string }>(item: T, changes: Change<T>): T => {
    open.delete(item.key);
    return changes[item.key]?.(item) ?? item;
  };
  const altered = sources.map((source) => ({
    ...source,
    goals: source.goals.map((goal) =>
      apply({ ...goal, tasks: goal.tasks.map((task) => apply(task, tasks)) }, goals),
    ),
  }));
  if (open.size > 0) throw new Error(`nothing to alter: ${[...open].join(', ')}`);
  return altered;
}

function without(sources: readonly StrategicSource[], key: string): readonly StrategicSource[] {
  return sources.map((source) => ({ ...source, goals: source.goals.filter((goal) => goal.key !== key) }));
}

function moved(
  sources: readonly StrategicSource[],
  key: string,
  to: string,
  place: number,
): readonly StrategicSource[] {
  const goal = sources.flatMap((source) => source.goals).find((found) => found.key === key);
  if (!goal) throw new Error(`no goal ${key}`);
  const placed: StrategicSource[] = [];
  for (const source of without(sources, key))
    placed.push(source.key === to ? { ...source, goals: source.goals.toSpliced(place, 0, goal) } : source);
  return placed;
}
