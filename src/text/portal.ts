/** The portal's words in one language, gathered from the catalogues by page. `typeset` is applied where they are shown. */
import { deliveryWords, type DeliveryWords } from './delivery-words.ts';
import { frameWords, type FrameWords } from './frame-words.ts';
import { homeWords, type HomeWords } from './home-words.ts';
import { itemWords, type ItemWords } from './item-words.ts';
import { LOCALES, type Locale } from './locale.ts';

/** The words that pages share; those of one page alone stand in a catalogue of that page's name. */
export type PortalMessages = FrameWords & HomeWords & DeliveryWords & ItemWords;

const MESSAGES = Object.fromEntries(
  LOCALES.map((locale) => [
    locale,
    { ...frameWords[locale], ...homeWords[locale], ...deliveryWords[locale], ...itemWords[locale] },
  ]),
) as Readonly<Record<Locale, PortalMessages>>;

export function portalMessages(locale: Locale): PortalMessages {
  return MESSAGES[locale];
}
