import { render } from 'preact';
import { LOCALES } from '#shared/api/locale.ts';
import { SCREENS } from './screens.tsx';
import '#extension/ui/style.css';

/** `?locale=ko#popup-page` shows that screen in that language; the sheet of its window comes with it. */
async function show(): Promise<void> {
  const name = location.hash.slice(1);
  const locale = LOCALES.find(each => each === new URLSearchParams(location.search).get('locale')) ?? 'en';
  const root = document.getElementById('root');
  const screen = SCREENS[name];
  if (!root || !screen)
    throw new RangeError(`no screen ${name}; there are ${Object.keys(SCREENS).join(' ')}`);
  if (name.startsWith('popup')) await import('#extension/popup/popup.css');
  if (name.startsWith('confirm')) await import('#extension/confirm/confirm.css');
  if (name.startsWith('onboarding')) await import('#extension/onboarding/onboarding.css');
  if (name.startsWith('why')) await import('#extension/why/why.css');
  if (name.startsWith('console')) await import('#server/console/console.css');
  render(screen(locale), root);
}

await show();
