import { useState } from 'preact/hooks';
import type { Hub } from '#shared/address/hub.ts';
import { keepVisible } from '#shared/api/visible-text.ts';
import { CURRENCIES, type Currency, isCurrency } from '#shared/money/currency.ts';
import type { Answer } from './answer.ts';
import { Button } from './button.tsx';
import { Field, SelectField } from './field.tsx';
import { Loading } from './loading.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { useText } from './surroundings.tsx';
import { useAction } from './use-action.ts';
import { useAnswer } from './use-answer.ts';

/** What a person asks for when a card is issued. */
export interface CardWish {
  label: string;
  hubId: string;
  currency: Currency;
}

interface CardFormProps {
  listHubs: () => Promise<Answer<{ hubs: Hub[] }>>;
  issueCard: (wish: CardWish) => Promise<Answer<unknown>>;
  onIssued: () => void;
}

/** Asks for country of the hub, label and currency of a new card. */
export function CardForm(props: CardFormProps) {
  const loaded = useAnswer(props.listHubs, []);
  return (
    <Loading loaded={loaded} lines={8}>
      {({ hubs }) => <WishForm hubs={hubs} {...props} />}
    </Loading>
  );
}

const HUB_CURRENCIES: Record<Hub['country'], Currency> = {
  ...{ US: 'USD', CA: 'CAD', GB: 'GBP', IE: 'EUR', DE: 'EUR', FR: 'EUR', ES: 'EUR', IT: 'EUR', NL: 'EUR' },
  ...{ JP: 'JPY', KR: 'KRW', CN: 'CNY', TW: 'TWD', IN: 'INR', BR: 'BRL', AU: 'AUD' },
};

function WishForm({ hubs, issueCard, onIssued }: CardFormProps & { hubs: Hub[] }) {
  const { t, countryName, currencyName } = useText();
  const action = useAction();
  const [hub, setHub] = useState(hubs[0]);
  const [label, setLabel] = useState('');
  const [currency, setCurrency] = useState<Currency>(hub ? HUB_CURRENCIES[hub.country] : 'USD');
  const chooseHub = (id: string) => {
    const chosen = hubs.find(each => each.id === id);
    setHub(chosen);
    if (chosen) setCurrency(HUB_CURRENCIES[chosen.country]);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!hub) return;
    const wish = { label: keepVisible(label) || countryName(hub.country), hubId: hub.id, currency };
    if (await action.run(() => issueCard(wish))) onIssued();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <SelectField
        label={t('card_form.hub')}
        hint={t('card_form.hub_hint')}
        value={hub?.id ?? ''}
        onChange={chooseHub}
        options={hubs.map(({ id, country, name }) => ({
          value: id,
          label: `${countryName(country)} · ${name}`,
        }))}
      />
      <SelectField
        label={t('card_form.currency')}
        value={currency}
        onChange={code => isCurrency(code) && setCurrency(code)}
        options={Object.keys(CURRENCIES).map(code => ({
          value: code,
          label: `${code} · ${currencyName(code)}`,
        }))}
      />
      <Field
        label={t('card_form.label')}
        hint={t('card_form.label_hint')}
        value={label}
        onChange={setLabel}
        input={{ maxLength: 40, placeholder: hub ? countryName(hub.country) : '' }}
      />
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      <Button submit kind="main" wide busy={action.busy}>
        {t('cards.issue')}
      </Button>
    </form>
  );
}
