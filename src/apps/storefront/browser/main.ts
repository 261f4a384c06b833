import { startDropdowns } from './dropdowns.ts';
import { startFilters } from './filters.ts';
import { startGallery } from './gallery.ts';
import { startRecentlyViewed } from './recently-viewed.ts';
import { startSuggestions } from './suggestions.ts';
import { startVariantChoice } from './variant-choice.ts';

// Every page works without this file. Each part looks for its place in the page and does nothing where there
// is none.
startDropdowns();
startSuggestions();
startFilters();
startGallery();
startVariantChoice();
startRecentlyViewed();
