/** Drawings on a page: marks, bars, the horizon. The SVG strings are made in `charts`, from escaped text. */
import type { ReactElement } from 'react';
import { barSvg, type Bar as BarModel } from '../charts/bar.ts';
import { markSvg } from '../charts/mark.ts';
import type { DeliveryVerdict } from '../edition/edition.ts';
import type { Locale } from '../text/locale.ts';
import { portalMessages } from '../text/portal.ts';

/** A drawing of `charts` in its place; `as` names a class of the place. */
export function Svg({ of, as }: { of: string; as?: string }): ReactElement {
  return (
    <span className={as === undefined ? 'svg' : `svg ${as}`} dangerouslySetInnerHTML={{ __html: bare(of) }} />
  );
}

/** A verdict's mark; `alone` when its word does not stand beside it. */
export function Mark({
  verdict,
  locale,
  alone = false,
}: {
  verdict: DeliveryVerdict;
  locale: Locale;
  alone?: boolean;
}): ReactElement {
  return <Svg of={markSvg(verdict, alone ? portalMessages(locale).verdict[verdict] : null)} />;
}

export function Bar({ of, locale, id = 'b' }: { of: BarModel; locale: Locale; id?: string }): ReactElement {
  return <Svg of={barSvg(of, { lang: locale, id, width: null })} as="barplace" />;
}

/** Inside HTML the namespace is known and only costs bytes. */
function bare(svg: string): string {
  return svg.replaceAll(' xmlns="http://www.w3.org/2000/svg"', '');
}
