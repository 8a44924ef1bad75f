/** All goals on one page: the source page's own form, to read from top to bottom and to print as one list. */
import type { ReactElement } from 'react';
import type { EditionNode } from '../edition/edition.ts';
import { flat, phrase } from '../text/phrase.ts';
import { portalMessages } from '../text/portal.ts';
import { levelCounts } from './counts.ts';
import { planPath, toItem, type PlanHere } from './here.ts';
import { PlanPage } from './layout.tsx';
import { Mark } from './marks.tsx';
import { Titled } from './delivery.tsx';
import { planFiles, Receipt, Tools } from './tools.tsx';
import { phraseOf, say, Say, SayPhrase } from './words.tsx';
import { Legend } from './legend.tsx';

export function GoalsPage({ here }: { here: PlanHere }): ReactElement {
  const { locale, index, edition, city } = here;
  const t = portalMessages(locale);
  const lead = t.allGoalsLead(levelCounts(here, { tasks: false }));
  const delivers = edition.tasks.length > 0;
  const title = phrase`${t.allGoalsTitle}: ${phraseOf(edition.plan.title, locale, city.languages)}`;
  return (
    <PlanPage
      here={here}
      kind="goals"
      title={t.allGoalsTitle}
      description={say(flat(lead), locale)}
      crumb={t.allGoalsTitle}
      aside={
        <>
          <Tools
            here={here}
            title={title}
            pdf={{ name: t.pdf, path: planPath(here, 'goals-pdf') }}
            files={planFiles(here)}
          />
          <Receipt here={here} />
        </>
      }
    >
      <h1>{t.allGoalsTitle}</h1>
      <p className="lead">
        <SayPhrase of={lead} locale={locale} />
      </p>
      <div className="allgoals">
        {index.roots.map((root) => (
          <section key={root.id} className="allgoal">
            <p className="no" aria-hidden="true">
              {root.code ?? ''}
            </p>
            <div>
              <p className="level">
                <Say
                  texts={edition.levels[root.level]?.singular ?? null}
                  locale={locale}
                  main={city.languages}
                />{' '}
                {root.code}
              </p>
              <h2>
                <a href={toItem(here, index.item(root.id)!)}>
                  <Titled here={here} code={null} title={root.title} />
                </a>
              </h2>
              <Below here={here} node={root} marks={delivers} />
            </div>
          </section>
        ))}
      </div>
      {delivers ? <Legend here={here} /> : null}
    </PlanPage>
  );
}

/** The children under a node, all the way down, as nested lists. */
function Below({
  here,
  node,
  marks,
}: {
  here: PlanHere;
  node: EditionNode;
  marks: boolean;
}): ReactElement | null {
  const { index, locale } = here;
  const children = index.children(node.id);
  if (children.length === 0) return null;
  return (
    <ul className={marks ? 'lines marked' : 'lines'}>
      {children.map((child) => (
        <li key={child.id}>
          {marks ? (
            <Mark verdict={index.delivery(child.id)?.verdict ?? 'no-tasks'} locale={locale} alone />
          ) : null}
          <div>
            <p>
              <span className="code">{child.code} </span>
              <a href={toItem(here, index.item(child.id)!)}>
                <Titled here={here} code={null} title={child.title} />
              </a>
            </p>
            <Below here={here} node={child} marks={marks} />
          </div>
        </li>
      ))}
    </ul>
  );
}
