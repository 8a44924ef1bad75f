import { loadAssets } from '../src/system/assets.ts';
import { answer, variant } from '../src/server/answer.ts';
import { freeze } from '../src/edition/freeze.ts';
import { seal } from '../src/edition/chain.ts';
import type { Edition } from '../src/edition/edition.ts';
import { address } from '../src/portal/addresses.ts';
import { render } from '../src/portal/render.tsx';
import { indexOf } from '../src/portal/shelf.ts';
import type { Site } from '../src/portal/site.ts';
import { generatePlan } from '../test/world/generate.ts';
import { median, ms, times, type Measured } from './measure.ts';

/** All node pages of a plan of 1,000 nodes, both languages, rendered and compressed on one core. */
export async function bench(): Promise<Measured> {
  const { city, plan } = generatePlan({ seed: 3, strategic: 20, operationalPer: 49, tasksPer: 5 });
  const edition: Edition = seal(
    freeze(city, plan, {
      number: 1,
      previous: null,
      publishedAt: '2026-11-14T10:00:00Z',
      asOf: '2026-11-13',
      publishedBy: null,
      note: null,
      decisions: [],
      productVersion: '0.0.0',
    }),
  );
  const editions = [edition];
  const site: Site = {
    origin: 'https://plan.example',
    assets: (await loadAssets('.')).paths,
    productVersion: '0.0.0',
    linkStyle: 'web',
    asOf: '2026-11-22',
  };
  const index = indexOf(edition);
  const pages = edition.nodes.flatMap((node) =>
    (['pl', 'en'] as const).map((locale) => {
      const item = index.item(node.id)!;
      return {
        locale,
        path: address({
          kind: 'item',
          locale,
          city: edition.city.slug,
          plan: edition.plan.slug,
          edition: null,
          item: index.ref(item),
        }),
      };
    }),
  );
  let bytes = 0;
  const draw = (compressed: boolean): void => {
    bytes = 0;
    for (const { path, locale } of pages) {
      const page = render(site, editions, path, locale);
      if (!page || page.kind === 'made') throw new Error(path);
      if (compressed)
        bytes += variant(answer({ type: page.type, body: page.body, caching: 'page', secure: true }), 'br')
          .body.length;
    }
  };
  draw(false);
  const alone = median(await times(3, () => draw(false)));
  const both = median(await times(3, () => draw(true)));
  return {
    title: 'Rendering the node pages of a large plan',
    how: `${edition.nodes.length} nodes and ${edition.tasks.length} tasks, every node page in Polish and English (${pages.length} pages), one core, after one warm-up; medians of 3 runs.`,
    columns: ['', 'all pages', 'per page', 'brotli bytes per page'],
    rows: [
      ['rendered', ms(alone), ms(alone / pages.length), ''],
      [
        'rendered and compressed',
        ms(both),
        ms(both / pages.length),
        String(Math.round(bytes / pages.length)),
      ],
    ],
    limits: [
      {
        what: '1,000 nodes, both languages, rendered and compressed',
        limit: 'under 8 s',
        found: ms(both),
        met: both < 8000,
      },
    ],
  };
}
