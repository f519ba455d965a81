import { useState } from 'preact/hooks';
import { Loading } from '#extension/ui/loading.tsx';
import { useAnswer } from '#extension/ui/use-answer.ts';
import type { Seller } from '#shared/api/sellers.ts';
import { CertifyScreen } from './certify-screen.tsx';
import type { ConsolePorts } from './console-ports.ts';
import { ShopFrame } from './shop-frame.tsx';

interface ShopsProps {
  ports: ConsolePorts;
  onLeave: () => void;
}

/** The shops of the person who is signed in; without any, the first one is certified. */
export function Shops({ ports, onLeave }: ShopsProps) {
  const loaded = useAnswer(() => ports.call('listSellers', {}), []);
  return (
    <Loading loaded={loaded} lines={8}>
      {({ sellers }) => <ChosenShop ports={ports} onLeave={onLeave} sellers={sellers} />}
    </Loading>
  );
}

function ChosenShop({ ports, onLeave, sellers }: ShopsProps & { sellers: Seller[] }) {
  const [shops, setShops] = useState(sellers);
  const [chosenId, choose] = useState(sellers[0]?.id ?? null);
  const seller = shops.find(({ id }) => id === chosenId);
  const putSeller = (changed: Seller) => {
    setShops(before => [...before.filter(({ id }) => id !== changed.id), changed]);
    choose(changed.id);
  };
  if (!seller) {
    const cancel = shops[0] ? () => choose(shops[0]?.id ?? null) : null;
    return <CertifyScreen ports={ports} onCertified={putSeller} onCancel={cancel} onLeave={onLeave} />;
  }
  return (
    <ShopFrame
      key={seller.id}
      ports={ports}
      seller={seller}
      sellers={shops}
      putSeller={putSeller}
      onChoose={choose}
      onLeave={onLeave}
    />
  );
}
