import { useState } from 'preact/hooks';
import { LOCALES } from '#shared/api/locale.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField } from '../ui/field.tsx';
import { LOCALE_NAMES } from '../ui/locale.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { CodeLimitForm } from './code-limit-form.tsx';
import { DevicesList } from './devices-list.tsx';
import { MarkerSettings } from './marker-settings.tsx';
import { PlaceHead } from './place-head.tsx';
import { usePopup } from './popup-context.tsx';

const LOCK_MINUTES = [1, 5, 15, 60, 240, 1440];

/** Language, lock, code limit, devices, passkeys, site access, membership and data, the server, and the way out. */
export function SettingsScreen() {
  const { t } = useText();
  const { wallet } = usePopup();
  return (
    <div class="stack stack-wide">
      <PlaceHead title={t('popup.place.settings')} back="more" />
      <Preferences />
      <CodeLimitForm />
      <section class="settings-group">
        <h2>{t('settings.devices')}</h2>
        <DevicesList />
      </section>
      <PasskeysGroup />
      <section class="settings-group">
        <h2>{t('settings.site_access')}</h2>
        <p class="small">{t('settings.site_access_what')}</p>
      </section>
      <MarkerSettings />
      <MembershipGroup />
      <section class="settings-group">
        <h2>{t('settings.server')}</h2>
        <p class="mono small">{wallet.serverOrigin}</p>
      </section>
      <SignOut />
    </div>
  );
}

function PasskeysGroup() {
  const { t } = useText();
  const { ports } = usePopup();
  return (
    <section class="settings-group">
      <h2>{t('popup.place.passkeys')}</h2>
      <p class="small">{t('settings.passkeys_what')}</p>
      <Button wide icon="key" onPress={ports.openPasskeys}>
        {t('settings.passkeys_look')}
      </Button>
    </section>
  );
}

function MembershipGroup() {
  const { t } = useText();
  const { go } = usePopup();
  return (
    <section class="settings-group">
      <h2>{t('settings.membership')}</h2>
      <p class="small">{t('settings.membership_what')}</p>
      <Button wide onPress={() => go({ place: 'unite' })}>
        {t('settings.unite')}
      </Button>
      <Button wide kind="danger" onPress={() => go({ place: 'erase' })}>
        {t('settings.erase')}
      </Button>
    </section>
  );
}

function Preferences() {
  const { t } = useText();
  const { ports, wallet, putWallet } = usePopup();
  const action = useAction();
  const changeLocale = async (value: string) => {
    const locale = LOCALES.find(each => each === value);
    if (!locale) return;
    const state = await action.run(() => ports.ask('changeSettings', { locale }));
    if (state) putWallet(state);
  };
  const changeLock = async (value: string) => {
    const state = await action.run(() => ports.ask('changeAutoLock', { autoLockMinutes: Number(value) }));
    if (state) putWallet(state);
  };
  const minutes = [...new Set([...LOCK_MINUTES, wallet.autoLockMinutes])].sort((a, b) => a - b);
  return (
    <div class="stack">
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      <SelectField
        label={t('settings.language')}
        value={wallet.member?.locale ?? 'en'}
        onChange={changeLocale}
        options={LOCALES.map(locale => ({ value: locale, label: LOCALE_NAMES[locale] }))}
      />
      <SelectField
        label={t('settings.auto_lock')}
        value={String(wallet.autoLockMinutes)}
        onChange={changeLock}
        options={minutes.map(each => ({
          value: String(each),
          label:
            each % 60 === 0
              ? t('settings.hours', { hours: each / 60 })
              : t('settings.minutes', { minutes: each }),
        }))}
      />
    </div>
  );
}

function SignOut() {
  const { t } = useText();
  const { ports, putWallet } = usePopup();
  const action = useAction();
  const [open, setOpen] = useState(false);
  const signOut = async () => {
    if (!(await action.run(() => ports.ask('signOut', {})))) return;
    const state = await ports.ask('getState', {});
    if ('ok' in state) putWallet(state.ok);
  };
  return (
    <div class="settings-group">
      <Button kind="danger" onPress={() => setOpen(true)}>
        {t('settings.sign_out')}
      </Button>
      <Dialog open={open} title={t('settings.sign_out')} onClose={() => setOpen(false)}>
        <p>{t('settings.sign_out_means')}</p>
        {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
        <div class="dialog-acts">
          <Button onPress={() => setOpen(false)}>{t('ui.back')}</Button>
          <Button kind="danger" busy={action.busy} onPress={signOut}>
            {t('settings.sign_out')}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
