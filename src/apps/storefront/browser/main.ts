import { startAddToCart } from './add-to-cart.ts';
import { startAddressForm } from './address-form.ts';
import { startCartCount } from './cart-count.ts';
import { startCartPage } from './cart-page.ts';
import { startCollect } from './collect.ts';
import { startConsent } from './consent.ts';
import { startDropdowns } from './dropdowns.ts';
import { first } from './elements.ts';
import { startFilters } from './filters.ts';
import { startGallery } from './gallery.ts';
import { startPasskeys } from './passkeys.ts';
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
startCartCount();
startAddToCart();
startCartPage();
startAddressForm();
startPasskeys();
startConsent();
startCollect();
first(document, '[data-focus]', HTMLElement)?.focus();
