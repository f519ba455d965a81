import { useEffect } from 'preact/hooks';
import { Icon, type IconName } from '../ui/icon.tsx';
import { MailAddress } from '../ui/mail-address.tsx';
import { NumberText } from '../ui/number-text.tsx';
import { useText } from '../ui/surroundings.tsx';
import { usePopup } from './popup-context.tsx';

const PLACES = ['mails', 'disclosures', 'log', 'data', 'account', 'settings'] as const;
const ICONS: Record<(typeof PLACES)[number], IconName> = {
  mails: 'mail',
  disclosures: 'eye',
  log: 'scales',
  data: 'page',
  account: 'account',
  settings: 'settings',
};

/** The number and unique address of the person, and the quieter places. */
export function MoreScreen() {
  const { t } = useText();
  const { ports, wallet, go, putWallet } = usePopup();
  useEffect(() => {
    ports.ask('refreshMember', {}).then(state => 'ok' in state && putWallet(state.ok));
  }, [ports, putWallet]);
  return (
    <div class="stack stack-wide">
      <h1>{t('popup.place.more')}</h1>
      {wallet.member ? (
        <dl class="facts">
          <dt>{t('more.number')}</dt>
          <dd>
            <NumberText number={wallet.member.number} />
          </dd>
          <dt>{t('more.unique_address')}</dt>
          <dd>
            <MailAddress address={wallet.member.uniqueAddress} />
          </dd>
        </dl>
      ) : null}
      <ul class="list">
        {PLACES.map(place => (
          <li key={place}>
            <button type="button" class="list-line" onClick={() => go({ place })}>
              <Icon name={ICONS[place]} />
              <span class="stack stack-close">
                <strong>{t(`popup.place.${place}`)}</strong>
                <span class="small quiet">{t(`more.${place}_hint`)}</span>
              </span>
              <Icon name="forward" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
