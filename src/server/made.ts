import { documentOf } from '../documents/made.ts';
import { previewSvg } from '../documents/preview.ts';
import { templateHash } from '../documents/version.ts';
import { editionOf, permalinkOf, recipeKey } from '../portal/recipe.ts';
import { isRefusal } from '../problem.ts';
import { createMaker } from '../system/made.ts';
import type { MakeRecipe } from './pages.ts';

/** Recipes into bytes, kept in `cacheFolder`; a full queue answers how long to wait. */
export function recipeMaker(options: {
  readonly cacheFolder: string;
  readonly origin: string | null;
  readonly productVersion: string;
}): MakeRecipe {
  const maker = createMaker({ folder: options.cacheFolder });
  return async (recipe, editions) => {
    const edition = editionOf(recipe, editions);
    const key = [
      ...recipeKey(recipe, edition, options.origin, options.productVersion),
      templateHash(recipe.locale),
    ];
    const made =
      recipe.make === 'pdf'
        ? await maker.pdf(key, () =>
            documentOf(recipe, edition, editions, permalinkOf(recipe, options.origin)),
          )
        : await maker.image(key, () => previewSvg(edition, recipe.id, recipe.locale));
    if (!isRefusal(made)) return { bytes: made };
    return { retryAfterSeconds: Math.max(1, Number(made.values['retryAfterSeconds'] ?? 5)) };
  };
}
