/** @jsxImportSource react */
import { useState } from 'react';
import { PRODUCTS } from './catalogue.ts';
import { Checkout } from './checkout.tsx';
import { formatEuro } from './format.ts';

type Place = 'shop' | 'basket' | 'checkout' | 'done';

export function App() {
  const [place, setPlace] = useState<Place>('shop');
  const [basket, setBasket] = useState<Readonly<Record<string, number>>>({});
  const [orderNumber, setOrderNumber] = useState('');
  const count = Object.values(basket).reduce((sum, quantity) => sum + quantity, 0);
  const add = (sku: string) => {
    setBasket({ ...basket, [sku]: (basket[sku] ?? 0) + 1 });
    setPlace('basket');
  };
  return (
    <>
      <header>
        <button type="button" className="brand" onClick={() => setPlace('shop')}>
          Atelier <b>Lindgrün</b>
        </button>
        <button type="button" className="link" onClick={() => setPlace('basket')}>
          Warenkorb ({count})
        </button>
      </header>
      <main>
        {place === 'shop' && <Products onAdd={add} />}
        {place === 'basket' && <Basket basket={basket} onCheckout={() => setPlace('checkout')} />}
        {place === 'checkout' && (
          <Checkout
            basket={basket}
            onOrdered={number => {
              setOrderNumber(number);
              setBasket({});
              setPlace('done');
            }}
          />
        )}
        {place === 'done' && <Done orderNumber={orderNumber} />}
      </main>
      <footer>Atelier Lindgrün · Karl-Heine-Straße 55 · 04229 Leipzig · Impressum · Datenschutz</footer>
    </>
  );
}

function Products({ onAdd }: { onAdd: (sku: string) => void }) {
  return (
    <>
      <section className="intro">
        <h1>Keramik und Leinen</h1>
        <p>In kleinen Auflagen aus Leipzig.</p>
      </section>
      <ul className="products">
        {PRODUCTS.map(product => (
          <li key={product.sku}>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawings of our own */}
            <div className="picture" dangerouslySetInnerHTML={{ __html: product.picture }} />
            <h3>{product.name}</h3>
            <p>{product.blurb}</p>
            <div className="buy">
              <span>{formatEuro(product.priceMinor)}</span>
              <button type="button" onClick={() => onAdd(product.sku)}>
                In den Warenkorb
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Basket({
  basket,
  onCheckout,
}: {
  basket: Readonly<Record<string, number>>;
  onCheckout: () => void;
}) {
  const lines = PRODUCTS.filter(({ sku }) => basket[sku] !== undefined);
  if (lines.length === 0) return <h1>Ihr Warenkorb ist leer</h1>;
  return (
    <section className="panel">
      <h1>Warenkorb</h1>
      <ul className="lines">
        {lines.map(({ sku, name, priceMinor }) => (
          <li key={sku}>
            <span>
              {basket[sku]} × {name}
            </span>
            <span>{formatEuro(priceMinor * (basket[sku] ?? 0))}</span>
          </li>
        ))}
      </ul>
      <button type="button" onClick={onCheckout}>
        Zur Kasse
      </button>
    </section>
  );
}

function Done({ orderNumber }: { orderNumber: string }) {
  return (
    <section className="panel">
      <h1>Vielen Dank für Ihre Bestellung</h1>
      <p>
        Bestellnummer <b className="order-number">{orderNumber}</b>. Eine Bestätigung ist unterwegs.
      </p>
    </section>
  );
}
