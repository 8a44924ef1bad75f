/** What a recipe stands for: its edition, its permanent address, and what its bytes depend on. */
import type { Edition } from '../edition/edition.ts';
import { address } from './addresses.ts';
import type { Recipe } from './site.ts';

/** The edition that a recipe is made of; throws when it is not among the editions. */
export function editionOf(recipe: Recipe, editions: readonly Edition[]): Edition {
  const found = editions.find(
    (e) => e.city.slug === recipe.citySlug && e.plan.slug === recipe.planSlug && e.number === recipe.edition,
  );
  if (!found) throw new Error(`no edition ${recipe.edition} of ${recipe.citySlug}/${recipe.planSlug}`);
  return found;
}

/** The absolute permanent address of what the document shows, by id and edition number; null without an origin. */
export function permalinkOf(recipe: Recipe, origin: string | null): string | null {
  if (origin === null) return null;
  const of = { locale: recipe.locale, city: recipe.citySlug, plan: recipe.planSlug, edition: recipe.edition };
  if (recipe.id !== null) return origin + address({ kind: 'item', ...of, item: { id: recipe.id } });
  return origin + address({ kind: recipe.subject === 'goals' ? 'goals' : 'home', ...of });
}

/** Everything that decides the bytes, fonts and template apart. */
export function recipeKey(
  recipe: Recipe,
  edition: Edition,
  origin: string | null,
  productVersion: string,
): readonly string[] {
  const { make, subject, id, locale } = recipe;
  return [edition.hash, make, subject, id ?? '', locale, origin ?? '', productVersion];
}
